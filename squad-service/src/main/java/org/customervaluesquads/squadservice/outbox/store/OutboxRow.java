package org.customervaluesquads.squadservice.outbox.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message in the table {@code outbox}. The database numbers the rows, since it alone sees every instance's. */
@Entity
@Table(name = "outbox")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the constructor for it leaves empty
class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long sequence;

    String topic;
    String key;

    @Column(columnDefinition = "text")
    String value;

    @Column(name = "event_id")
    String eventId;

    String type;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "trace_parent")
    @Nullable
    String traceParent;

    @Column(name = "left_at")
    Instant leftAt;
}
