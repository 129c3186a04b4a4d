package org.customervaluesquads.squadservice.cycles.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CyclePlan;
import org.customervaluesquads.squadservice.cycles.CycleState;
import org.customervaluesquads.squadservice.cycles.Verdict;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.jspecify.annotations.Nullable;

/** A cycle without its evidence, in the table {@code cycle}; plan and verdict are JSON, since they are read whole. */
@Entity
@Table(name = "cycle")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CycleRow {

    @Id
    UUID id;

    @Column(name = "squad_id")
    UUID squadId;

    long version;

    @Enumerated(EnumType.STRING)
    CycleState state;

    @Column(columnDefinition = "text")
    String plan;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    Verdict.@Nullable Choice choice;

    @Column(columnDefinition = "text")
    @Nullable
    String verdict;

    void take(Cycle cycle) {
        id = cycle.id();
        squadId = cycle.squadId();
        version = cycle.version();
        state = cycle.state();
        plan = StoredJson.write(cycle.plan());
        plannedAt = cycle.plannedAt();
        startedAt = cycle.startedAt();
        endedAt = cycle.endedAt();
        choice = cycle.verdict() == null ? null : cycle.verdict().choice();
        verdict = cycle.verdict() == null ? null : StoredJson.write(cycle.verdict());
    }

    Cycle cycle(@Nullable CycleEvidenceStated evidence) {
        return new Cycle(
                id,
                squadId,
                version,
                StoredJson.read(plan, CyclePlan.class),
                state,
                plannedAt,
                startedAt,
                endedAt,
                verdict == null ? null : StoredJson.read(verdict, Verdict.class),
                evidence);
    }
}
