package org.customervaluesquads.squadservice.formations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.SkillCover;

/**
 * A squad that could be formed.
 *
 * @param members in order of department and name
 * @param covers how it meets each skill that is asked for
 */
public record Proposal(List<Candidate> members, Fit fit, List<SkillCover> covers) {

    private static final Comparator<Candidate> BY_DEPARTMENT = Comparator.comparing(Candidate::department)
            .thenComparing(Candidate::name)
            .thenComparing(Candidate::personId);

    /** The team as a proposal. */
    public static Proposal of(List<Candidate> team, Yardstick yardstick) {
        Map<UUID, List<Skill>> skills = new TreeMap<>();
        team.forEach(member -> skills.put(member.personId(), member.skills()));
        List<SkillCover> covers = yardstick.brief().asked().stream()
                .map(asked -> SkillCover.of(asked, skills))
                .toList();
        return new Proposal(team.stream().sorted(BY_DEPARTMENT).toList(), yardstick.measure(team), covers);
    }

    /** What remains uncovered. */
    public List<SkillCover> uncovered() {
        return covers.stream().filter(cover -> cover.missing() > 0).toList();
    }

    /** For which of the skills that are asked for a member is good enough. */
    public List<String> metBy(Candidate member) {
        return covers.stream()
                .filter(cover -> cover.meeting().contains(member.personId()))
                .map(cover -> cover.requirement().skill())
                .toList();
    }

    /** Whether nobody else in it is from the member's department. */
    public boolean isTheOnlyOneOfTheirDepartment(Candidate member) {
        return members.stream()
                        .filter(other -> other.department().equals(member.department()))
                        .count()
                == 1;
    }
}
