package org.customervaluesquads.squadservice.skills;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;

/**
 * How far a team meets what is asked of it in one skill.
 *
 * @param meeting who can do it well enough
 * @param nearest the highest level of those who cannot do it well enough, if anybody can do it at all
 */
public record SkillCover(SkillRequirement requirement, List<UUID> meeting, OptionalInt nearest) {

    /** How a team with these skills meets the requirement. */
    public static SkillCover of(SkillRequirement requirement, Map<UUID, List<Skill>> team) {
        List<UUID> meeting = team.entrySet().stream()
                .filter(person -> levelOf(requirement.skill(), person.getValue()) >= requirement.level())
                .map(Map.Entry::getKey)
                .toList();
        OptionalInt nearest = team.values().stream()
                .mapToInt(skills -> levelOf(requirement.skill(), skills))
                .filter(level -> level > 0 && level < requirement.level())
                .max();
        return new SkillCover(requirement, meeting, nearest);
    }

    /** How many people are missing. */
    public int missing() {
        return Math.max(0, requirement.people() - meeting.size());
    }

    /** How well somebody with these skills can do one; zero where they cannot. */
    public static int levelOf(String skill, Collection<Skill> skills) {
        return skills.stream()
                .filter(known -> known.name().equals(skill))
                .mapToInt(Skill::level)
                .findFirst()
                .orElse(0);
    }
}
