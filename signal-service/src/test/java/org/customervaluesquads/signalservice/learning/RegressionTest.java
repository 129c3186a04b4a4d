package org.customervaluesquads.signalservice.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.signalservice.intents.Weights;
import org.junit.jupiter.api.Test;

class RegressionTest {

    private final Regression regression = new Regression(2);

    @Test
    void comesNearTheWeightsOfTheWorld() {
        SomeLessons lessons = new SomeLessons(3);

        for (int i = 0; i < 20_000; i++) {
            LessonSettled lesson = lessons.next(SomeLessons.TRUTH);
            regression.learn(lesson.counts(), lesson.outcome(), 1);
        }

        Weights learned = regression.weights(1);
        assertThat(learned.bias()).isCloseTo(-2, within(0.2));
        assertThat(learned.byFeature().get("cart.added"))
                .usingComparatorWithPrecision(0.2)
                .containsExactly(1.5, 0.5);
        assertThat(learned.byFeature().get("search.performed"))
                .usingComparatorWithPrecision(0.2)
                .containsExactly(0.0, 0.0);
    }

    @Test
    void followsAWorldThatTurns() {
        SomeLessons lessons = new SomeLessons(4);
        Weights turned = new Weights(1, 0, SomeLessons.TRUTH.byFeature());
        for (int i = 0; i < 5_000; i++) {
            LessonSettled lesson = lessons.next(SomeLessons.TRUTH);
            regression.learn(lesson.counts(), lesson.outcome(), 1);
        }

        for (int i = 0; i < 1_500; i++) {
            LessonSettled lesson = lessons.next(turned);
            regression.learn(lesson.counts(), lesson.outcome(), 1);
        }

        assertThat(regression.weights(1).bias()).isCloseTo(0, within(0.35));
    }

    @Test
    void keepsItsWeightsBoundedWhateverItIsTaught() {
        for (int i = 0; i < 5_000; i++) {
            regression.learn(Map.of("always", new float[] {1e30F, Float.MAX_VALUE}), i % 2 == 0, 1_000);
            regression.learn(Map.of("never", new float[] {1, 1}), false, 1_000);
        }

        Weights learned = regression.weights(1);
        assertThat(Math.abs(learned.bias())).isLessThanOrEqualTo(2 * Regression.BOUND);
        assertThat(learned.byFeature().values())
                .flatMap(weights -> Arrays.stream(weights).boxed().toList())
                .allSatisfy(weight -> assertThat(Math.abs(weight)).isLessThanOrEqualTo(Regression.BOUND));
    }

    @Test
    void takesInAFeatureThatItNeverSaw() {
        SomeLessons lessons = new SomeLessons(5);
        for (int i = 0; i < 1_000; i++) {
            LessonSettled lesson = lessons.next(SomeLessons.TRUTH);
            regression.learn(lesson.counts(), lesson.outcome(), 1);
        }
        double before = regression.logOdds(Map.of("new", new float[] {3, 3}));

        for (int i = 0; i < 100; i++) {
            regression.learn(Map.of("new", new float[] {3, 3}), true, 1);
        }

        assertThat(regression.logOdds(Map.of("new", new float[] {3, 3}))).isGreaterThan(before + 2);
    }

    @Test
    void givesUpWhatItDidNotSeeForLongest() {
        int room = Regression.TERMS_MAX / 2;
        for (int i = 0; i <= room; i++) {
            regression.learn(Map.of("feature-" + i, new float[] {1, 1}), i % 2 == 0, 1);
        }

        Map<String, double[]> known = regression.weights(1).byFeature();

        assertThat(known).hasSize(room).doesNotContainKey("feature-0").containsKey("feature-" + room);
    }
}
