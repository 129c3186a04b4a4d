package org.customervaluesquads.metricsservice.experiments;

/**
 * What has to be known of the customers of one variant, as sums: they add up over partitions, hours and silos. {@code y} is
 * the metric's value of a customer, {@code x} the same customer's before exposure.
 */
public record Moments(long n, double y, double yy, double x, double xx, double xy) {

    /** Nobody. */
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** One customer. */
    public static Moments of(double value, double before) {
        return new Moments(1, value, value * value, before, before * before, value * before);
    }

    /** Customers of whom nothing is known before exposure. */
    public static Moments ofSums(long n, double sum, double sumOfSquares) {
        return new Moments(n, sum, sumOfSquares, 0, 0, 0);
    }

    /** These customers and those. */
    public Moments plus(Moments other) {
        return new Moments(n + other.n, y + other.y, yy + other.yy, x + other.x, xx + other.xx, xy + other.xy);
    }

    /** The metric as it was measured. */
    public Measured measured() {
        return Measured.ofSums(n, y, yy);
    }

    double meanBefore() {
        return n == 0 ? 0 : x / n;
    }

    double varianceBefore() {
        return n < 2 ? 0 : Math.max(0, (xx - x * x / n) / (n - 1));
    }

    double covariance() {
        return n < 2 ? 0 : (xy - x * y / n) / (n - 1);
    }
}
