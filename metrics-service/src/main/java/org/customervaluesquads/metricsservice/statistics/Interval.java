package org.customervaluesquads.metricsservice.statistics;

/**
 * Where a number lies, by what is known; in the number's own unit. Either end may be infinite.
 *
 * @param lower not above {@code upper}
 */
public record Interval(double lower, double upper) {

    /** All numbers: nothing is known. */
    public static final Interval EVERYWHERE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The numbers no farther than this from a middle. */
    public static Interval around(double middle, double distance) {
        return Double.isNaN(distance) ? EVERYWHERE : new Interval(middle - distance, middle + distance);
    }

    /** Whether a number is inside; the ends are. */
    public boolean holds(double number) {
        return lower <= number && number <= upper;
    }

    /** The same numbers in a unit that is so many times smaller. */
    public Interval times(double factor) {
        return factor >= 0
                ? new Interval(lower * factor, upper * factor)
                : new Interval(upper * factor, lower * factor);
    }
}
