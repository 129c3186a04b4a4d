package org.customervaluesquads.squadservice.skills;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Change;
import org.customervaluesquads.squadservice.squads.ChangingSquads;
import org.customervaluesquads.squadservice.squads.SquadEvent;
import org.customervaluesquads.squadservice.squads.SquadOutcome;

/** Has a squad refine which skills its mission asks for. */
@ApplicationScoped
public class RefiningSkills {

    private final SkillCatalogue catalogue;
    private final ChangingSquads changingSquads;
    private final Clock clock;

    RefiningSkills(SkillCatalogue catalogue, ChangingSquads changingSquads, Clock clock) {
        this.catalogue = catalogue;
        this.changingSquads = changingSquads;
        this.clock = clock;
    }

    /** Keeps in what a squad differs from the central team, if the squad is still the expected version. */
    @Transactional
    public SquadOutcome refine(UUID squadId, OptionalLong expected, List<SkillRequirement> refinements) {
        return changingSquads.change(squadId, expected, squad -> {
            if (catalogue.refinements(squadId).equals(refinements)) {
                return new Change.Unchanged();
            }
            catalogue.refine(squadId, refinements);
            return squad.noted(new SkillsRefined(refinements), clock.instant());
        });
    }

    /** The squad asks for other skills; the details are all in which it differs from the central team. */
    record SkillsRefined(List<SkillRequirement> skills) implements SquadEvent.OfFeature {
        @Override
        public String named() {
            return "skills.refined";
        }
    }
}
