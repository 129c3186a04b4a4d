package org.customervaluesquads.squadservice.formations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.formations.FormationOutcome.Proposed;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that the service uses, within the service: the solver finds its classes there or not at all. */
@QuarkusTest
class TeamSearchIT extends ServiceTest {

    private static final SkillRequirement[] ASKED = {
        new SkillRequirement("sql", 3, 2),
        new SkillRequirement("law", 4, 1),
        new SkillRequirement("kafka", 3, 1),
        new SkillRequirement("negotiation", 2, 2),
        new SkillRequirement("thai", 5, 1)
    };

    @Inject
    TeamSearch search;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsTheBestTeamThereIs(long seed) {
        List<Candidate> crowd = Crowd.of(14, 6, seed);
        Yardstick yardstick = new Yardstick(Crowd.brief(6, 10, ASKED), crowd, List.of());

        List<Candidate> found = search.search(yardstick, crowd, seed).orElseThrow();

        assertThat(yardstick.measure(found)).isEqualByComparingTo(best(crowd, yardstick));
    }

    @Test
    void proposesTheSameForTheSamePeopleAndSeed() {
        List<Candidate> crowd = Crowd.of(300, 12, 5);

        var first = proposing(crowd).propose(Crowd.commission(42, ASKED));
        var again = proposing(crowd).propose(Crowd.commission(42, ASKED));

        assertThat(again).isEqualTo(first);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Proposed.class,
                        proposed -> assertThat(proposed.proposals()).hasSize(3).doesNotHaveDuplicates());
    }

    @Test
    void coversEverythingOutOfTwoThousandPeople() {
        List<Candidate> crowd = Crowd.of(ProposingSquads.MOST_CANDIDATES, 30, 6);

        var outcome = proposing(crowd).propose(Crowd.commission(1, ASKED));

        assertThat(outcome).isInstanceOfSatisfying(Proposed.class, proposed -> {
            assertThat(proposed.considered()).isEqualTo(ProposingSquads.MOST_CANDIDATES);
            assertThat(proposed.proposals())
                    .hasSize(3)
                    .allSatisfy(proposal -> assertThat(proposal.fit()).isEqualTo(new Fit(0, 0, 0, 10, 10)));
        });
    }

    private ProposingSquads proposing(List<Candidate> crowd) {
        return new ProposingSquads((brief, most) -> crowd, search);
    }

    /** The fit of the best of all teams, one by one. */
    private static Fit best(List<Candidate> crowd, Yardstick yardstick) {
        return IntStream.range(0, 1 << crowd.size())
                .filter(team -> Integer.bitCount(team) >= 6 && Integer.bitCount(team) <= 10)
                .mapToObj(team -> yardstick.measure(members(crowd, team)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Candidate> members(List<Candidate> crowd, int team) {
        List<Candidate> members = new ArrayList<>();
        for (int place = 0; place < crowd.size(); place++) {
            if ((team & (1 << place)) != 0) {
                members.add(crowd.get(place));
            }
        }
        return members;
    }
}
