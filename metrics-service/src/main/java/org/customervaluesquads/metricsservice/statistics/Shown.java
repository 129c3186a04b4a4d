package org.customervaluesquads.metricsservice.statistics;

import org.jspecify.annotations.Nullable;

/** Numbers as answers show them: what is not a number, or has no end, is absent there. */
public final class Shown {

    private Shown() {}

    /** The number, or nothing where there is none. */
    public static @Nullable Double number(@Nullable Double number) {
        return number == null || number.isNaN() || number.isInfinite() ? null : number;
    }

    /**
     * An interval as answers show it.
     *
     * @param lower absent where there is no lower end
     * @param upper absent where there is no upper end
     */
    public record Ends(@Nullable Double lower, @Nullable Double upper) {

        /** The ends of an interval. */
        public static Ends of(Interval interval) {
            return new Ends(number(interval.lower()), number(interval.upper()));
        }
    }
}
