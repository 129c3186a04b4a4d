package org.customervaluesquads.metricsservice.experiments;

import org.customervaluesquads.metricsservice.statistics.Gauss;

/**
 * What was measured of one variant: so many independent customers, the mean of their values, and the variance of one
 * value. The mean is in the metric's unit a customer, the variance in its square.
 *
 * @param n how many customers
 * @param mean also of quantiles, where it is the quantile and the variance that of its estimate times {@code n}
 */
public record Measured(long n, double mean, double variance) {

    /** Nobody yet. */
    public static final Measured NOBODY = new Measured(0, 0, 0);

    /** Values that were summed; the variance is the unbiased one. */
    public static Measured ofSums(long n, double sum, double sumOfSquares) {
        if (n == 0) {
            return NOBODY;
        }
        double mean = sum / n;
        double variance = n < 2 ? 0 : Math.max(0, (sumOfSquares - sum * mean) / (n - 1));
        return new Measured(n, mean, variance);
    }

    /** A share: so many of all did it, or did not. */
    public static Measured ofShare(long n, double did) {
        if (n == 0) {
            return NOBODY;
        }
        double share = did / n;
        return new Measured(n, share, share * (1 - share));
    }

    /**
     * A quantile with the 95 % bounds of its order statistics; the bounds stand in for the density at the quantile
     * (Price and Bonett 2001), and hold for independent values.
     */
    public static Measured ofQuantile(long n, double quantile, double lower, double upper) {
        double error = (upper - lower) / (2 * Gauss.quantile(0.975));
        return new Measured(n, quantile, n < 2 ? 0 : (n - 1) * error * error);
    }

    /** The variance of the mean. */
    double varianceOfMean() {
        return variance / n;
    }
}
