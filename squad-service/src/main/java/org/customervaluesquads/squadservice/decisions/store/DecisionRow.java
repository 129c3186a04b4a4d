package org.customervaluesquads.squadservice.decisions.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Authority;
import org.customervaluesquads.squadservice.decisions.Choice;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.Entry;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.jspecify.annotations.Nullable;

/** A decision as it was made, in the table {@code decision}; the database lets no row be changed. */
@Entity
@Table(name = "decision")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DecisionRow {

    @Id
    UUID id;

    @Column(name = "squad_id")
    UUID squadId;

    @Column(columnDefinition = "text")
    String choice;

    @Column(name = "must_agree")
    @Nullable
    String mustAgree;

    String reason;

    @Nullable
    UUID corrects;

    @Column(name = "made_at")
    Instant madeAt;

    static DecisionRow of(Decision decision) {
        DecisionRow row = new DecisionRow();
        row.id = decision.id();
        row.squadId = decision.squadId();
        row.choice = StoredJson.write(decision.choice());
        row.mustAgree = decision.authority().mustAgree();
        row.reason = decision.authority().reason();
        row.corrects = decision.corrects();
        row.madeAt = decision.madeAt();
        return row;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID corrects() {
        return corrects;
    }

    Decision decision(@Nullable UUID correctedBy, List<Entry> entries) {
        return new Decision(
                id,
                squadId,
                StoredJson.read(choice, Choice.class),
                new Authority(mustAgree, reason),
                madeAt,
                corrects,
                correctedBy,
                entries);
    }
}
