package org.customervaluesquads.metricsservice.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of GrowthBook's statistics engine (its tests, MIT), and of SciPy's chi-square test. */
class PublishedExperimentsTest {

    private static final Offset<Double> LAST_DIGIT = within(6e-6);
    private static final Measured A = Measured.ofSums(3407, 1396.87, 52377.9767);
    private static final Measured B = Measured.ofSums(3461, 2422.7, 134698.29);
    private static final FixedHorizon FIXED = new FixedHorizon(0.05);
    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(0.05, 5000);

    @Test
    void readsALiftOfMeans() {
        Effect lift = Effect.lift(A, B);

        Reading reading = FIXED.read(lift, Side.BOTH);

        assertThat(lift.estimate()).isCloseTo(0.70732, LAST_DIGIT);
        assertThat(lift.standardError()).isCloseTo(0.37879, LAST_DIGIT);
        assertThat(reading.interval().lower()).isCloseTo(-0.03526, LAST_DIGIT);
        assertThat(reading.interval().upper()).isCloseTo(1.44989, LAST_DIGIT);
        assertThat(reading.p()).isCloseTo(0.06191, LAST_DIGIT);
    }

    @Test
    void readsADifferenceOfMeans() {
        Effect difference = Effect.difference(A, B);

        Reading reading = FIXED.read(difference, Side.BOTH);

        assertThat(difference.estimate()).isCloseTo(0.29, within(5e-6));
        assertThat(reading.interval().lower()).isCloseTo(0.04538, LAST_DIGIT);
        assertThat(reading.interval().upper()).isCloseTo(0.53462, LAST_DIGIT);
        assertThat(reading.p()).isCloseTo(0.02016, LAST_DIGIT);
    }

    @Test
    void readsALiftOfProportions() {
        Effect lift = Effect.lift(Measured.ofShare(28, 14), Measured.ofShare(30, 16));

        Reading reading = FIXED.read(lift, Side.BOTH);

        assertThat(lift.estimate()).isCloseTo(0.06667, LAST_DIGIT);
        assertThat(reading.interval().lower()).isCloseTo(-0.47767, LAST_DIGIT);
        assertThat(reading.interval().upper()).isCloseTo(0.61101, LAST_DIGIT);
        assertThat(reading.p()).isCloseTo(0.80707, LAST_DIGIT);
    }

    @Test
    void readsALiftAtEveryLook() {
        Effect lift = Effect.lift(Measured.ofShare(3000, 1396), Measured.ofShare(3461, 2422));

        Reading reading = SEQUENCE.read(lift, Side.BOTH);

        assertThat(lift.estimate()).isCloseTo(0.50386, LAST_DIGIT);
        assertThat(reading.interval().lower()).isCloseTo(0.40098, LAST_DIGIT);
        assertThat(reading.interval().upper()).isCloseTo(0.60675, LAST_DIGIT);
    }

    @Test
    void holdsWhatIsLikelyAfterwards() {
        Effect lift = Effect.lift(Measured.ofShare(100, 49), Measured.ofShare(100, 51));

        Posterior posterior = Posterior.of(lift, Prior.FLAT);

        assertThat(posterior.mean()).isCloseTo(0.04082, LAST_DIGIT);
        assertThat(posterior.chanceToWin()).isCloseTo(0.60918, LAST_DIGIT);
    }

    @ParameterizedTest
    @CsvSource({
        "1000 1200, 50 50, 0.000020079, 5e-10",
        "135 115, 50 50, 0.205903211, 5e-10",
        "310 98, 75 25, 0.647434186, 5e-10",
        "500 500 600, .34 .33 .33, 0.000592638, 5e-10",
        "4072 2035, 80 20, 2.40e-149, 5e-152",
        "1000, 100, 1, 0",
        "0 0, 50 50, 1, 0"
    })
    void checksTheSampleRatio(String counts, String weights, double expected, double digit) {
        double p = SampleRatio.p(
                java.util.Arrays.stream(counts.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray(),
                java.util.Arrays.stream(weights.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());

        assertThat(p).isCloseTo(expected, within(digit));
    }
}
