package org.customervaluesquads.squadservice.cycles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.jspecify.annotations.Nullable;

/** The cycles that squads plan, run and have run, with the evidence on them. */
public interface Cycles {

    /** Keeps a new cycle. */
    void add(Cycle cycle);

    /** Keeps a cycle in place of what was known under the same id; its evidence is kept apart. */
    void replace(Cycle cycle);

    /** The squad of the cycle with this id, without reading the cycle. */
    Optional<UUID> squadOf(UUID id);

    /** The cycle with this id. */
    Optional<Cycle> find(UUID id);

    /** The cycles with these ids, in a number of queries that does not depend on how many they are. */
    List<Cycle> named(Collection<UUID> ids);

    /** At most so many cycles of a squad, in order of their ids, beginning after one of them. */
    List<Cycle> page(UUID squadId, @Nullable CycleState state, @Nullable UUID after, int most);

    /** How many of a squad there are; failed lately are those dropped since the moment. */
    CycleCounts count(UUID squadId, Instant since);

    /** Keeps evidence unless a later revision is there; false when there is no such cycle. */
    boolean keep(UUID cycleId, CycleEvidenceStated evidence, Instant now);
}
