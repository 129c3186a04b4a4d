package org.customervaluesquads.squadservice.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;

/** Gives squads decision rights. */
@ApplicationScoped
public class GivingRights {

    private final Squads squads;
    private final RightsOfSquads rightsOfSquads;
    private final Chronicle chronicle;
    private final Clock clock;

    GivingRights(Squads squads, RightsOfSquads rightsOfSquads, Chronicle chronicle, Clock clock) {
        this.squads = squads;
        this.rightsOfSquads = rightsOfSquads;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** The rights of a squad. */
    @Transactional
    public DecisionRights of(UUID squadId) {
        return rightsOfSquads.find(squadId).orElseGet(() -> DecisionRights.none(squadId));
    }

    /** Gives a squad other rights. */
    @Transactional
    public RightsOutcome give(UUID squadId, OptionalLong expected, List<Right> rights, String otherwise) {
        Optional<Squad> held = squads.hold(squadId);
        if (held.isEmpty()) {
            return new RightsOutcome.ForNobody();
        }
        if (held.get().stage() == Stage.DISBANDED) {
            return new RightsOutcome.TooLate();
        }
        DecisionRights before = of(squadId);
        if (expected.isPresent() && expected.getAsLong() != before.version()) {
            return new RightsOutcome.RightsOutdated(before.version());
        }
        DecisionRights changed = before.changed(rights, otherwise);
        rightsOfSquads.keep(changed);
        chronicle.record(
                new Happening(squadId, held.get().version(), "decision-rights.given", clock.instant(), changed));
        return new RightsOutcome.Given(changed);
    }
}
