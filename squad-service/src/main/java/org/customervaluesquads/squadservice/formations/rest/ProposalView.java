package org.customervaluesquads.squadservice.formations.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.customervaluesquads.squadservice.formations.Formation;
import org.customervaluesquads.squadservice.formations.Proposal;
import org.customervaluesquads.squadservice.skills.SkillCover;
import org.jspecify.annotations.Nullable;

/**
 * A squad that could be formed, as it is shown.
 *
 * @param number by which it is named when a squad is formed of it
 * @param squadId the squad that was formed of it
 * @param missing how many people are missing who can do what is asked well enough
 * @param reasons why this one, in words
 */
record ProposalView(
        int number,
        @Nullable UUID squadId,
        int size,
        int departments,
        int missing,
        List<ProposedView> members,
        List<UncoveredView> uncovered,
        List<String> reasons) {

    static ProposalView of(int number, Formation formation) {
        Proposal proposal = formation.proposal(number);
        List<UncoveredView> uncovered =
                proposal.uncovered().stream().map(UncoveredView::of).toList();
        return new ProposalView(
                number,
                formation.formed().get(number),
                proposal.members().size(),
                proposal.fit().departments(),
                proposal.fit().missing(),
                proposal.members().stream()
                        .map(member -> ProposedView.of(member, proposal))
                        .toList(),
                uncovered,
                reasons(proposal, formation.commission().brief(), uncovered.size()));
    }

    private static List<String> reasons(Proposal proposal, Brief brief, int uncovered) {
        int asked = brief.asked().size();
        return List.of(
                "meets %d of %d skills that are asked for".formatted(asked - uncovered, asked),
                "brings %d departments together".formatted(proposal.fit().departments()),
                "%d people, of %d to %d".formatted(proposal.members().size(), brief.smallest(), brief.largest()),
                "each has %d %% of their time free from %s on".formatted(brief.allocation(), brief.from()));
    }

    /**
     * Somebody in the squad.
     *
     * @param meets for which of the skills asked for they are good enough
     */
    record ProposedView(
            UUID personId,
            String name,
            String department,
            @Nullable String region,
            int free,
            List<String> meets,
            List<String> reasons) {

        static ProposedView of(Candidate member, Proposal proposal) {
            List<String> meets = proposal.metBy(member);
            List<String> reasons = new ArrayList<>();
            meets.forEach(skill ->
                    reasons.add("can do %s at level %d".formatted(skill, SkillCover.levelOf(skill, member.skills()))));
            if (proposal.isTheOnlyOneOfTheirDepartment(member)) {
                reasons.add("the only one from " + member.department());
            }
            return new ProposedView(
                    member.personId(),
                    member.name(),
                    member.department(),
                    member.region(),
                    member.free(),
                    meets,
                    List.copyOf(reasons));
        }
    }

    /**
     * A skill that too few in the squad can do well enough.
     *
     * @param nearest the highest level of those who cannot
     */
    record UncoveredView(
            String skill,
            int level,
            int people,
            int have,
            int missing,
            @Nullable Integer nearest) {

        static UncoveredView of(SkillCover cover) {
            return new UncoveredView(
                    cover.requirement().skill(),
                    cover.requirement().level(),
                    cover.requirement().people(),
                    cover.meeting().size(),
                    cover.missing(),
                    cover.nearest().isPresent() ? cover.nearest().getAsInt() : null);
        }
    }
}
