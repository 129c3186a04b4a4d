package org.customervaluesquads.squadservice.formations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.junit.jupiter.api.Test;

class YardstickTest {

    private static final Candidate ADA = candidate(1, "sales", new Skill("sql", 4), new Skill("law", 1));
    private static final Candidate BOB = candidate(2, "sales", new Skill("sql", 2));
    private static final Candidate EVE = candidate(3, "finance");
    private static final List<Candidate> TEAM = List.of(ADA, BOB, EVE);

    private static final Brief BRIEF =
            Crowd.brief(2, 3, new SkillRequirement("sql", 3, 2), new SkillRequirement("law", 3, 1));

    @Test
    void countsGapsLevelsAndDepartments() {
        Fit fit = new Yardstick(BRIEF, TEAM, List.of()).measure(TEAM);

        assertThat(fit).isEqualTo(new Fit(0, 2, 3, 2, 3));
    }

    @Test
    void findsFaultWithATeamThatIsTooSmallOrTooLike() {
        Yardstick yardstick = new Yardstick(BRIEF, TEAM, List.of(Set.of(ADA.personId(), BOB.personId())));

        assertThat(yardstick.measure(List.of(ADA)).faults()).isEqualTo(1);
        assertThat(yardstick.measure(List.of(ADA, ADA)).faults()).isEqualTo(2);
        assertThat(yardstick.measure(List.of(ADA, BOB)).faults()).isEqualTo(1);
        assertThat(yardstick.measure(List.of(ADA, EVE)).faults()).isZero();
    }

    @Test
    void prefersFewerGapsToMoreDepartmentsAndThoseToFewerPeople() {
        Fit best = new Fit(0, 0, 0, 2, 9);

        assertThat(best)
                .isGreaterThan(new Fit(1, 0, 0, 9, 6))
                .isGreaterThan(new Fit(0, 1, 1, 9, 6))
                .isGreaterThan(new Fit(0, 0, 1, 9, 6))
                .isGreaterThan(new Fit(0, 0, 0, 1, 6))
                .isGreaterThan(new Fit(0, 0, 0, 2, 10))
                .isEqualByComparingTo(new Fit(0, 0, 0, 2, 9));
    }

    private static Candidate candidate(int number, String department, Skill... skills) {
        return new Candidate(new UUID(0, number), "person " + number, department, null, List.of(skills), 100);
    }
}
