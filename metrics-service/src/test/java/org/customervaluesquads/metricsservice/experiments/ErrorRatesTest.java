package org.customervaluesquads.metricsservice.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the readings find an effect where there is none, when one looks after every customer. */
class ErrorRatesTest {

    private static final int RUNS = 2_000;
    private static final int CUSTOMERS = 5_000;
    private static final double ALPHA = 0.05;
    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(ALPHA, CUSTOMERS);
    private static final double FIXED_WIDENING = 1.96;

    @Test
    void errsNoMoreOftenThanItSaysHoweverOftenOneLooks() {
        assertThat(shareThatErrs(SplittableRandom::nextGaussian, ErrorRatesTest::sequence))
                .isLessThanOrEqualTo(ALPHA);
        assertThat(shareThatErrs(ErrorRatesTest::conversion, ErrorRatesTest::sequence))
                .isLessThanOrEqualTo(ALPHA);
    }

    @Test
    void errsFarMoreOftenWhenAFixedHorizonIsLookedAtAgainAndAgain() {
        double share = shareThatErrs(SplittableRandom::nextGaussian, customers -> FIXED_WIDENING);

        assertThat(share).isGreaterThan(5 * ALPHA);
    }

    @Test
    void errsAsOftenAsItSaysWhenAFixedHorizonIsLookedAtOnce() {
        double share = shareThatErrs(
                SplittableRandom::nextGaussian,
                customers -> customers == CUSTOMERS ? FIXED_WIDENING : Double.POSITIVE_INFINITY);

        assertThat(share).isBetween(ALPHA / 2, 2 * ALPHA);
    }

    private static double sequence(long customers) {
        return customers < ConfidenceSequence.FEWEST
                ? Double.POSITIVE_INFINITY
                : SEQUENCE.widening(customers, Side.BOTH);
    }

    private static double conversion(SplittableRandom random) {
        return random.nextDouble() < 0.1 ? 1 : 0;
    }

    /** The widenings are worked out once: they depend on the number of customers alone. */
    private static double shareThatErrs(
            ToDoubleFunction<SplittableRandom> values, java.util.function.LongToDoubleFunction widening) {
        double[] widenings = IntStream.rangeClosed(0, CUSTOMERS)
                .mapToDouble(widening::applyAsDouble)
                .toArray();
        long errors = IntStream.range(0, RUNS)
                .filter(run -> errs(new SplittableRandom(run), values, widenings))
                .count();
        return (double) errors / RUNS;
    }

    private static boolean errs(
            SplittableRandom random, ToDoubleFunction<SplittableRandom> values, double[] widenings) {
        long[] n = new long[2];
        double[] sum = new double[2];
        double[] squares = new double[2];
        for (int customers = 1; customers <= CUSTOMERS; customers++) {
            int arm = random.nextBoolean() ? 1 : 0;
            double value = values.applyAsDouble(random);
            n[arm]++;
            sum[arm] += value;
            squares[arm] += value * value;
            if (customers >= ConfidenceSequence.FEWEST && Double.isFinite(widenings[customers])) {
                Effect effect = Effect.difference(
                        Measured.ofSums(n[0], sum[0], squares[0]), Measured.ofSums(n[1], sum[1], squares[1]));
                if (Math.abs(effect.estimate()) > widenings[customers] * effect.standardError()) {
                    return true;
                }
            }
        }
        return false;
    }
}
