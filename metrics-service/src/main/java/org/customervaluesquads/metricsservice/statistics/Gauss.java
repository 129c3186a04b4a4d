package org.customervaluesquads.metricsservice.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** The standard normal distribution, with its far tails as exact as its middle. */
public final class Gauss {

    private static final NormalDistribution STANDARD = new NormalDistribution(0, 1);

    private Gauss() {}

    /** How likely a number is no larger than this. */
    public static double below(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** How likely a number is farther from zero than this, on either side. */
    public static double beyond(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** How dense numbers are here. */
    public static double density(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    /** The number below which this share lies. */
    public static double quantile(double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }
}
