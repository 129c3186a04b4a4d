package org.customervaluesquads.metricsservice.experiments;

/**
 * How a test is to be judged.
 *
 * @param alpha the share of tests without an effect in which one may be found
 * @param tightestAt the number of customers at which the confidence sequence is narrowest
 * @param moreIsBetter whether a greater value of the metric is good
 * @param worthwhile the smallest lift that is worth having, as a ratio above zero; zero if any is
 * @param shares whether values are 0 or 1
 * @param prior what is held of the lift before
 */
public record Plan(
        double alpha, double tightestAt, boolean moreIsBetter, double worthwhile, boolean shares, Prior prior) {

    /** What is usual: 95 %, tightest at 5,000 customers, half a percent of lift worth having, nothing held beforehand. */
    public static final Plan USUAL = new Plan(0.05, 5_000, true, 0.005, false, Prior.FLAT);

    /** The same, for a metric of which less is better. */
    public Plan lessIsBetter() {
        return new Plan(alpha, tightestAt, false, worthwhile, shares, prior);
    }

    /** The same, when each of several comparisons is to be read so that all together err no more often (Bonferroni). */
    Plan forEachOf(int comparisons) {
        return new Plan(alpha / comparisons, tightestAt, moreIsBetter, worthwhile, shares, prior);
    }

    Measured measured(Moments moments) {
        return shares ? Measured.ofShare(moments.n(), moments.y()) : moments.measured();
    }
}
