package org.customervaluesquads.metricsservice.customers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number with the bounds of 95 % between which it lies; the bounds of an exact number are the number itself. */
public record Estimate(BigDecimal value, BigDecimal lower, BigDecimal upper) {

    /** Nothing at all. */
    public static final Estimate ZERO = exactly(BigDecimal.ZERO);

    /** A number that is known. */
    public static Estimate exactly(BigDecimal value) {
        return new Estimate(value, value, value);
    }

    /** A count that is known. */
    public static Estimate exactly(long count) {
        return exactly(BigDecimal.valueOf(count));
    }

    /** A count that is estimated. */
    public static Estimate between(double lower, double value, double upper) {
        return new Estimate(whole(value), whole(lower), whole(upper));
    }

    /** The sum of two numbers, with the widest bounds that it can have. */
    public Estimate plus(Estimate other) {
        return new Estimate(value.add(other.value), lower.add(other.lower), upper.add(other.upper));
    }

    /** The difference of two numbers, with the widest bounds that it can have. */
    public Estimate minus(Estimate other) {
        return new Estimate(value.subtract(other.value), lower.subtract(other.upper), upper.subtract(other.lower));
    }

    /**
     * One number divided by another, with the widest bounds that it can have.
     *
     * @param decimals to which it is rounded, half to even
     * @throws ArithmeticException if the other is zero
     */
    public Estimate over(Estimate other, int decimals) {
        BigDecimal quotient = value.divide(other.value, decimals, RoundingMode.HALF_EVEN);
        if (isExact() && other.isExact()) {
            return exactly(quotient);
        }
        if (lower.signum() < 0 || other.lower.signum() <= 0) {
            throw new ArithmeticException("bounds are only known where nothing is below zero");
        }
        return new Estimate(
                quotient,
                lower.divide(other.upper, decimals, RoundingMode.FLOOR),
                upper.divide(other.lower, decimals, RoundingMode.CEILING));
    }

    private boolean isExact() {
        return lower.compareTo(upper) == 0;
    }

    private static BigDecimal whole(double number) {
        return BigDecimal.valueOf((long) number);
    }
}
