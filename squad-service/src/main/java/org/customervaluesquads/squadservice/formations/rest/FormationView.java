package org.customervaluesquads.squadservice.formations.rest;

import java.time.LocalDate;
import java.util.List;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.FormationOutcome;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/**
 * Proposals of squads, as they are shown, the best first.
 *
 * @param considered how many people could have been in them
 * @param remarks why there are fewer than were asked for
 */
record FormationView(
        LocalDate from,
        int allocation,
        long seed,
        int considered,
        List<AskedView> asked,
        List<ProposalView> proposals,
        List<String> remarks) {

    static FormationView of(Brief brief, long seed, int wanted, FormationOutcome.Proposed proposed) {
        int found = proposed.proposals().size();
        return view(
                brief,
                seed,
                proposed.considered(),
                proposed.proposals().stream()
                        .map(proposal -> ProposalView.of(proposal, brief))
                        .toList(),
                found < wanted
                        ? List.of("only %d of %d: every further squad shares more than %d people with one of these"
                                .formatted(found, wanted, brief.smallest() / 2))
                        : List.of());
    }

    static FormationView of(Brief brief, long seed, FormationOutcome.TooFewPeople tooFew) {
        return view(
                brief,
                seed,
                tooFew.free(),
                List.of(),
                List.of("only %d people have %d %% of their time free from %s on; a squad needs %d"
                        .formatted(tooFew.free(), brief.allocation(), brief.from(), brief.smallest())));
    }

    private static FormationView view(
            Brief brief, long seed, int considered, List<ProposalView> proposals, List<String> remarks) {
        return new FormationView(
                brief.from(),
                brief.allocation(),
                seed,
                considered,
                brief.asked().stream().map(AskedView::of).toList(),
                proposals,
                remarks);
    }

    /** A skill that is asked for. */
    record AskedView(String skill, int level, int people) {

        static AskedView of(SkillRequirement asked) {
            return new AskedView(asked.skill(), asked.level(), asked.people());
        }
    }
}
