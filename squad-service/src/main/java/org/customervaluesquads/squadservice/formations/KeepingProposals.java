package org.customervaluesquads.squadservice.formations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Keeps what was proposed, so that it can be read again and squads be formed of it. */
@ApplicationScoped
public class KeepingProposals {

    private final Formations formations;
    private final Clock clock;

    KeepingProposals(Formations formations, Clock clock) {
        this.formations = formations;
        this.clock = clock;
    }

    /** Keeps it under this id. */
    @Transactional
    public Formation keep(UUID id, Commission commission, FormationOutcome.Proposed proposed) {
        Formation formation =
                new Formation(id, clock.instant(), commission, proposed.considered(), proposed.proposals(), Map.of());
        formations.add(formation);
        return formation;
    }
}
