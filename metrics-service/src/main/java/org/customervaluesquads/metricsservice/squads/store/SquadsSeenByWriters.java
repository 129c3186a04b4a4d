package org.customervaluesquads.metricsservice.squads.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.customervaluesquads.metricsservice.squads.SquadsInView;

/** The view of all squads that writers of facts share; read from the table when it is found to be old. */
@ApplicationScoped
public class SquadsSeenByWriters {

    private static final SquadsInView NONE_YET = new SquadsInView(-1, List.of());

    private final SquadEpoch epoch;
    private final Squads squads;
    private volatile SquadsInView view = NONE_YET;

    SquadsSeenByWriters(SquadEpoch epoch, Squads squads) {
        this.epoch = epoch;
        this.squads = squads;
    }

    /** The squads as they are and will stay until this transaction ends; see {@link SquadEpoch}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SquadsInView untilCommit() {
        long current = epoch.hold();
        SquadsInView seen = view;
        if (seen.epoch() == current) {
            return seen;
        }
        SquadsInView fresh = new SquadsInView(current, squads.all());
        view = fresh;
        return fresh;
    }
}
