package org.customervaluesquads.squadservice.history.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.contracts.SquadEventRecorded;

/** Something that happened to a squad, in the table {@code squad_event}; the database lets no row be changed. */
@Entity
@Table(name = "squad_event")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the constructor for it leaves empty
class SquadEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long sequence;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "squad_id")
    UUID squadId;

    long version;
    String event;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(columnDefinition = "text")
    String details;

    SquadEventRecorded event() {
        return new SquadEventRecorded(
                eventId, squadId.toString(), version, event, occurredAt, StoredJson.read(details, JsonNode.class));
    }
}
