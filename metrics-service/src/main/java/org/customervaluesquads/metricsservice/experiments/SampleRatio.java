package org.customervaluesquads.metricsservice.experiments;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.hipparchus.special.Gamma;

/**
 * The sample-ratio check: whether customers were spread over the variants as planned (Pearson's chi square, 1900). Where
 * they were not, something between assignment and exposure is broken, and no other number of the test can be trusted.
 */
public final class SampleRatio {

    /** Below this, the spread is taken to be broken: so rarely by chance that it may be looked at every day. */
    public static final double BROKEN_BELOW = 0.001;

    private SampleRatio() {}

    /**
     * How likely a spread at least as uneven is by chance. A single variant, or nobody at all, is as planned.
     *
     * @param counts customers of each variant
     * @param weights of each variant, in any unit; a variant without weight must have nobody
     */
    public static double p(long[] counts, double[] weights) {
        double customers = LongStream.of(counts).sum();
        double weight = DoubleStream.of(weights).sum();
        if (customers == 0 || weight == 0 || counts.length < 2) {
            return 1;
        }
        double chiSquare = 0;
        int planned = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = customers * weights[i] / weight;
            if (expected == 0 && counts[i] > 0) {
                return 0;
            }
            if (expected > 0) {
                chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
                planned++;
            }
        }
        // The survival function itself: one minus the distribution would be zero long before it is.
        return planned < 2 ? 1 : Gamma.regularizedGammaQ((planned - 1) / 2.0, chiSquare / 2);
    }
}
