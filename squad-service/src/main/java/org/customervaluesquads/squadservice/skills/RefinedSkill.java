package org.customervaluesquads.squadservice.skills;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A skill that one squad's mission asks for, and who said so. */
public record RefinedSkill(SkillRequirement requirement, Origin origin) {

    /** Who asked for a skill; read and written by its name in words. */
    public enum Origin {
        CENTRAL("central"),
        SQUAD("squad");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What the central team asks for, where the squad says nothing else; what the squad does without is left out. */
    public static List<RefinedSkill> refine(List<SkillRequirement> central, List<SkillRequirement> squad) {
        Map<String, RefinedSkill> bySkill = new LinkedHashMap<>();
        central.forEach(asked -> bySkill.put(asked.skill(), new RefinedSkill(asked, Origin.CENTRAL)));
        squad.forEach(asked -> bySkill.put(asked.skill(), new RefinedSkill(asked, Origin.SQUAD)));
        List<RefinedSkill> refined = new ArrayList<>(bySkill.values());
        refined.removeIf(skill -> skill.requirement().people() == 0);
        return List.copyOf(refined);
    }

    /** What a squad has to refine of the central requirements for just those that are wanted to be asked of it. */
    public static List<SkillRequirement> refinementTo(List<SkillRequirement> wanted, List<SkillRequirement> central) {
        Set<String> skills = wanted.stream().map(SkillRequirement::skill).collect(toSet());
        Stream<SkillRequirement> own = wanted.stream().filter(asked -> !central.contains(asked));
        Stream<SkillRequirement> waived = central.stream()
                .filter(asked -> !skills.contains(asked.skill()))
                .map(asked -> new SkillRequirement(asked.skill(), asked.level(), 0));
        return Stream.concat(own, waived).toList();
    }
}
