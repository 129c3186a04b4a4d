package org.customervaluesquads.metricsservice.experiments;

import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * The reading that stays right however often one looks: the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha,
 * Kennedy and Ramdas (2023), equation 9; one-sided, its equation of the same form with twice alpha. In all but a share alpha of experiments the true effect is inside at every
 * look at once, so that one may stop at any time, for any reason. It asks for independent customers and for so many of
 * them that means are nearly normal, which is why nothing is said of the first few.
 *
 * @param alpha the share of experiments that err at any look
 * @param tightestAt the number of customers at which the interval is narrowest compared with others; in advance, about how
 *     many are expected
 */
public record ConfidenceSequence(double alpha, double tightestAt) {

    /** Before so many customers in both variants together, means are not nearly normal: nothing is said. */
    public static final long FEWEST = 100;

    private static final double P_AT_MOST = 1;
    private static final double P_AT_MOST_ONE_SIDED = 0.4999;

    /** The reading of an effect now, looked for on one side or both. */
    public Reading read(Effect effect, Side side) {
        if (effect.n() < FEWEST) {
            return new Reading(Interval.EVERYWHERE, P_AT_MOST);
        }
        double half = effect.standardError() * widening(effect.n(), side);
        return switch (side) {
            case BOTH -> new Reading(Interval.around(effect.estimate(), half), p(effect, side));
            case GREATER ->
                new Reading(new Interval(effect.estimate() - half, Double.POSITIVE_INFINITY), p(effect, side));
            case LESS -> new Reading(new Interval(Double.NEGATIVE_INFINITY, effect.estimate() + half), p(effect, side));
        };
    }

    /** How many standard errors the interval reaches to each side. */
    double widening(long n, Side side) {
        double spread = n * tuning(side) + 1;
        double odds =
                side == Side.BOTH ? Math.log(Math.sqrt(spread) / alpha) : Math.log1p(Math.sqrt(spread) / (2 * alpha));
        return Math.sqrt(2 * spread / (n * tuning(side)) * odds);
    }

    /** The square of the paper's rho, which makes the interval narrowest near {@code tightestAt}. */
    private double tuning(Side side) {
        double twice = -2 * Math.log(side == Side.BOTH ? alpha : 2 * alpha);
        return (twice + Math.log(twice + 1)) / tightestAt;
    }

    /** The smallest alpha at which zero is outside; the tuning stays that of this sequence. */
    private double p(Effect effect, Side side) {
        double score = switch (side) {
            case BOTH -> Math.abs(effect.estimate()) / effect.standardError();
            case GREATER -> Math.max(0, effect.estimate() / effect.standardError());
            case LESS -> Math.max(0, -effect.estimate() / effect.standardError());
        };
        double evidence = effect.n() * tuning(side);
        double spread = evidence + 1;
        double exponent = score * score * evidence / (2 * spread);
        if (side == Side.BOTH) {
            return Math.min(P_AT_MOST, Math.sqrt(spread) * Math.exp(-exponent));
        }
        double odds = Math.expm1(exponent);
        return odds == 0 ? P_AT_MOST_ONE_SIDED : Math.min(P_AT_MOST_ONE_SIDED, Math.sqrt(spread) / (2 * odds));
    }
}
