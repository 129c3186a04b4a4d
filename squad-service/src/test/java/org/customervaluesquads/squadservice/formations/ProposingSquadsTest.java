package org.customervaluesquads.squadservice.formations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.customervaluesquads.squadservice.formations.FormationOutcome.Proposed;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.junit.jupiter.api.Test;

class ProposingSquadsTest {

    private static final Brief BRIEF = Crowd.brief(6, 10, new SkillRequirement("sql", 3, 2));

    @Test
    void proposesNothingWhenTooFewPeopleAreFree() {
        var outcome = proposing(5, Optional.of(List.of())).propose(BRIEF, 3, 1);

        assertThat(outcome).isEqualTo(new FormationOutcome.TooFewPeople(5));
    }

    @Test
    void stopsWhenNoFurtherTeamDiffersEnough() {
        var outcome = proposing(9, Optional.of(Crowd.of(6, 4, 1))).propose(BRIEF, 3, 1);

        assertThat(outcome).isInstanceOfSatisfying(Proposed.class, proposed -> {
            assertThat(proposed.considered()).isEqualTo(9);
            assertThat(proposed.proposals()).hasSize(1);
        });
    }

    @Test
    void saysWhenTooManySearchesAreUnderWay() {
        assertThat(proposing(9, Optional.empty()).propose(BRIEF, 3, 1)).isEqualTo(new FormationOutcome.Busy());
    }

    private static ProposingSquads proposing(int free, Optional<List<Candidate>> found) {
        return new ProposingSquads(
                (brief, most) -> Crowd.of(free, 4, 1),
                (yardstick, candidates, seed) ->
                        found.map(team -> candidates.stream().limit(team.size()).toList()));
    }
}
