package org.customervaluesquads.squadservice.formations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.ValueArea;

/** Candidates as a seed makes them. */
public final class Crowd {

    static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static final List<String> SKILLS =
            List.of("sql", "design", "negotiation", "law", "kafka", "thai", "sales", "service");

    private Crowd() {}

    /** So many people of so many departments, each with up to three of eight skills. */
    public static List<Candidate> of(int people, int departments, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, people)
                .mapToObj(number -> new Candidate(
                        new UUID(0, number),
                        "person " + number,
                        "department " + random.nextInt(departments),
                        null,
                        skills(random),
                        100))
                .toList();
    }

    /** Three squads of six to ten that are wanted for it. */
    static Commission commission(long seed, SkillRequirement... asked) {
        return new Commission(new Mission(ValueArea.ACCOUNT, "grow", null, null, null), brief(6, 10, asked), 3, seed);
    }

    static Brief brief(int smallest, int largest, SkillRequirement... asked) {
        return new Brief(List.of(asked), smallest, largest, 50, DAY, Set.of(), Set.of());
    }

    private static List<Skill> skills(Random random) {
        List<Skill> skills = new ArrayList<>();
        for (String skill : SKILLS) {
            if (skills.size() < 3 && random.nextInt(4) == 0) {
                skills.add(new Skill(skill, 1 + random.nextInt(5)));
            }
        }
        return skills;
    }
}
