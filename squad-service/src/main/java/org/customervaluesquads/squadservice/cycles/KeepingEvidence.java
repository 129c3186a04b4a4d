package org.customervaluesquads.squadservice.cycles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;

/** Keeps with a cycle what the metrics say of its test; evidence on a cycle that is not known is nobody's. */
@ApplicationScoped
public class KeepingEvidence {

    private final Cycles cycles;
    private final Clock clock;

    KeepingEvidence(Cycles cycles, Clock clock) {
        this.cycles = cycles;
        this.clock = clock;
    }

    /** Keeps it, unless a later revision is there. */
    @Transactional
    public void keep(CycleEvidenceStated evidence) {
        cycles.keep(UUID.fromString(evidence.cycleId()), evidence, clock.instant());
    }
}
