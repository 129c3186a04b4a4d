package org.customervaluesquads.metricsservice.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Journey.Cut CUT = new Journey.Cut(Duration.ofDays(30), 3, day(200));

    @Test
    void closesAPathAtItsOutcome() {
        List<Path> paths = new Journey(
                        List.of(touch(1, "email"), touch(2, "web"), touch(5, "call")), List.of(outcome(3, 20)))
                .paths(CUT);

        assertThat(paths)
                .containsExactly(
                        new Path(List.of(new Path.Step("email", 2), new Path.Step("web", 1)), 1, 20, 0),
                        new Path(List.of(new Path.Step("call", 0)), 0, 0, 1));
    }

    @Test
    void closesAPathWithoutOutcomeAtTheEndOfItsWindow() {
        Journey journey = new Journey(List.of(touch(1, "email"), touch(40, "web")), List.of());

        assertThat(journey.paths(CUT)).extracting(Path::without).containsExactly(1.0, 1.0);
        assertThat(journey.paths(new Journey.Cut(Duration.ofDays(30), 3, day(60))))
                .as("the second is open yet")
                .hasSize(1);
    }

    @Test
    void givesAnOutcomeOnlyTheTouchesWithinTheWindow() {
        List<Path> paths =
                new Journey(List.of(touch(1, "email"), touch(25, "web")), List.of(outcome(40, 5))).paths(CUT);

        assertThat(paths)
                .containsExactly(
                        new Path(List.of(new Path.Step("email", 0)), 0, 0, 1),
                        new Path(List.of(new Path.Step("web", 15)), 1, 5, 0));
    }

    @Test
    void leavesTheOldestOutOfAPathThatIsTooLong() {
        List<Path> paths = new Journey(
                        List.of(touch(1, "a"), touch(2, "b"), touch(3, "c"), touch(4, "d")), List.of(outcome(5, 1)))
                .paths(CUT);

        assertThat(paths.getFirst().steps()).extracting(Path.Step::player).containsExactly("b", "c", "d");
    }

    @Test
    void findsTheSamePathsInWhateverOrderTheFactsCame() {
        List<Journey.Touch> touches = new ArrayList<>();
        List<Journey.Outcome> outcomes = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            touches.add(touch(random.nextInt(150), "p" + random.nextInt(5)));
        }
        for (int i = 0; i < 9; i++) {
            outcomes.add(outcome(random.nextInt(150), i));
        }
        List<Path> inOrder = new Journey(touches, outcomes).paths(CUT);

        Collections.shuffle(touches, random);
        Collections.shuffle(outcomes, random);

        assertThat(new Journey(touches, outcomes).paths(CUT)).isEqualTo(inOrder);
    }

    private static Journey.Touch touch(int day, String player) {
        return new Journey.Touch(day(day), player);
    }

    private static Journey.Outcome outcome(int day, double value) {
        return new Journey.Outcome(day(day), value);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
