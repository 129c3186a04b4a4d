package org.customervaluesquads.squadservice.formations.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.Commission;
import org.customervaluesquads.squadservice.formations.Formation;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/**
 * Proposals of squads, as they are shown, the best first.
 *
 * @param from from which day on its people were to have the time
 * @param considered how many people could have been in them
 * @param remarks why there are fewer than were asked for
 */
record FormationView(
        UUID id,
        Instant proposedAt,
        SquadPublished.Mission mission,
        LocalDate from,
        int allocation,
        long seed,
        int considered,
        List<AskedView> asked,
        List<ProposalView> proposals,
        List<String> remarks) {

    static FormationView of(Formation formation) {
        Commission commission = formation.commission();
        Brief brief = commission.brief();
        return new FormationView(
                formation.id(),
                formation.proposedAt(),
                commission.mission().published(),
                brief.from(),
                brief.allocation(),
                commission.seed(),
                formation.considered(),
                brief.asked().stream().map(AskedView::of).toList(),
                IntStream.rangeClosed(1, formation.proposals().size())
                        .mapToObj(number -> ProposalView.of(number, formation))
                        .toList(),
                remarks(formation));
    }

    private static List<String> remarks(Formation formation) {
        Brief brief = formation.commission().brief();
        int found = formation.proposals().size();
        int wanted = formation.commission().alternatives();
        if (formation.hadTooFewPeople()) {
            return List.of("only %d people have %d %% of their time free from %s on; a squad needs %d"
                    .formatted(formation.considered(), brief.allocation(), brief.from(), brief.smallest()));
        }
        return found < wanted
                ? List.of("only %d of %d: every further squad shares more than %d people with one of these"
                        .formatted(found, wanted, brief.smallest() / 2))
                : List.of();
    }

    /** A skill that is asked for. */
    record AskedView(String skill, int level, int people) {

        static AskedView of(SkillRequirement asked) {
            return new AskedView(asked.skill(), asked.level(), asked.people());
        }
    }
}
