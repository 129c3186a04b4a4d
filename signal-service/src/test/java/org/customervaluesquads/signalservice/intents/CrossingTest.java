package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {

    private static final List<Duration> HALF_LIVES = List.of(Duration.ofMinutes(30), Duration.ofHours(24));
    private static final Stage.Thresholds THRESHOLDS = new Stage.Thresholds(0.2, 0.5, 8, 0.2, 0.1);
    private static final long START = NOON.toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int SECOND = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsTheFirstSecondAtWhichAScanFindsAnotherStage(long seed) {
        Random random = new Random(seed);
        Weights weights = someWeights(random);
        DecayedCounts counts = someCounts(random);
        Stage stage = Stage.NONE.next(
                Score.of(weights, counts).probability(),
                Score.of(weights, counts).surge(),
                THRESHOLDS);

        OptionalLong found = new Crossing(weights, counts, stage, THRESHOLDS).first(START, START + DAY);

        OptionalLong scanned = scan(weights, counts, stage);
        assertThat(found.isPresent()).isEqualTo(scanned.isPresent());
        if (found.isPresent()) {
            assertThat(Math.abs(found.getAsLong() - scanned.getAsLong())).isLessThanOrEqualTo(SECOND);
        }
    }

    @Test
    void findsARiseToo() {
        Weights weights = new Weights(0, -1.2, Map.of("order.completed", new double[] {-2, 0}));
        DecayedCounts counts = new DecayedCounts(HALF_LIVES);
        counts.see(List.of("order.completed"), NOON);

        OptionalLong found = new Crossing(weights, counts, Stage.NONE, THRESHOLDS).first(START, START + DAY);

        assertThat(found).isPresent();
        assertThat(new Crossing(weights, counts, Stage.NONE, THRESHOLDS).stageAt(found.getAsLong()))
                .isEqualTo(Stage.EMERGING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isNotBeforeTheTimeForWhichAGlanceIsSure(long seed) {
        Random random = new Random(seed);
        IntentCatalogue catalogue = SomeSignals.catalogue();
        Weighing weighing = new Weighing(catalogue);
        Weights weights = weighing.weights(catalogue.intents().getFirst());
        DecayedCounts counts = someCounts(random);
        Glances glances = weighing.glance(counts);
        Stage stage = Stage.NONE.next(glances.probability(0), glances.surge(0), THRESHOLDS);

        double sure = glances.staysFor(0, stage, THRESHOLDS);

        OptionalLong found = new Crossing(weights, counts, stage, THRESHOLDS).first(START, START + 10 * DAY);
        if (found.isPresent()) {
            assertThat(sure).isLessThanOrEqualTo(found.getAsLong() - START + SECOND);
        }
    }

    private static OptionalLong scan(Weights weights, DecayedCounts counts, Stage stage) {
        Crossing crossing = new Crossing(weights, counts, stage, THRESHOLDS);
        for (long moment = START + SECOND; moment <= START + DAY; moment += SECOND) {
            if (crossing.stageAt(moment) != stage) {
                return OptionalLong.of(moment);
            }
        }
        return OptionalLong.empty();
    }

    private static Weights someWeights(Random random) {
        Map<String, double[]> weights = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            weights.put("feature-" + i, new double[] {random.nextGaussian(), random.nextGaussian()});
        }
        return new Weights(0, -1, weights);
    }

    private static DecayedCounts someCounts(Random random) {
        DecayedCounts counts = new DecayedCounts(HALF_LIVES);
        List<String> types =
                List.of("page.viewed", "order.completed", "feature-0", "feature-1", "feature-2", "feature-3");
        for (int i = 0; i < 30; i++) {
            counts.see(List.of(types.get(random.nextInt(types.size()))), NOON.minusSeconds(random.nextInt(20_000)));
        }
        counts.see(List.of("of.no.intent"), NOON);
        return counts;
    }
}
