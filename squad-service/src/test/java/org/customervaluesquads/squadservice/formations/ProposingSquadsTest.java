package org.customervaluesquads.squadservice.formations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.customervaluesquads.squadservice.formations.FormationOutcome.Proposed;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.junit.jupiter.api.Test;

class ProposingSquadsTest {

    private static final Commission WANTED = Crowd.commission(1, new SkillRequirement("sql", 3, 2));

    @Test
    void proposesNothingWhenTooFewPeopleAreFree() {
        var outcome = proposing(5, Optional.of(List.of())).propose(WANTED);

        assertThat(outcome).isEqualTo(new FormationOutcome.Proposed(5, List.of()));
    }

    @Test
    void stopsWhenNoFurtherTeamDiffersEnough() {
        var outcome = proposing(9, Optional.of(Crowd.of(6, 4, 1))).propose(WANTED);

        assertThat(outcome).isInstanceOfSatisfying(Proposed.class, proposed -> {
            assertThat(proposed.considered()).isEqualTo(9);
            assertThat(proposed.proposals()).hasSize(1);
        });
    }

    @Test
    void saysWhenTooManySearchesAreUnderWay() {
        assertThat(proposing(9, Optional.empty()).propose(WANTED)).isEqualTo(new FormationOutcome.Busy());
    }

    private static ProposingSquads proposing(int free, Optional<List<Candidate>> found) {
        return new ProposingSquads(
                (brief, most) -> Crowd.of(free, 4, 1),
                (yardstick, candidates, seed) ->
                        found.map(team -> candidates.stream().limit(team.size()).toList()));
    }
}
