package org.customervaluesquads.squadservice.cycles.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.squadservice.history.store.StoredJson;

/** The newest evidence on a cycle, in the table {@code cycle_evidence}. */
@Entity
@Table(name = "cycle_evidence")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CycleEvidenceRow {

    @Id
    @Column(name = "cycle_id")
    UUID cycleId;

    long revision;

    @Column(columnDefinition = "text")
    String message;

    @Column(name = "received_at")
    Instant receivedAt;

    UUID cycleId() {
        return cycleId;
    }

    CycleEvidenceStated evidence() {
        return StoredJson.read(message, CycleEvidenceStated.class);
    }
}
