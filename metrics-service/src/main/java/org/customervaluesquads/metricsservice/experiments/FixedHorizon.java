package org.customervaluesquads.metricsservice.experiments;

import org.customervaluesquads.metricsservice.statistics.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The textbook reading, Welch's t-test (1947). It is right once, at a number of customers that was fixed beforehand: whoever
 * looks again and again, and stops at the first difference, errs far more often than alpha says.
 *
 * @param alpha the share of experiments without an effect in which one is found, such as 0.05
 */
public record FixedHorizon(double alpha) {

    /** The reading of an effect, looked for on one side or both. */
    public Reading read(Effect effect, Side side) {
        TDistribution t = new TDistribution(effect.degreesOfFreedom());
        double score = effect.estimate() / effect.standardError();
        double half = effect.standardError() * -t.inverseCumulativeProbability(side == Side.BOTH ? alpha / 2 : alpha);
        return switch (side) {
            case BOTH ->
                new Reading(Interval.around(effect.estimate(), half), 2 * t.cumulativeProbability(-Math.abs(score)));
            case GREATER ->
                new Reading(
                        new Interval(effect.estimate() - half, Double.POSITIVE_INFINITY),
                        t.cumulativeProbability(-score));
            case LESS ->
                new Reading(
                        new Interval(Double.NEGATIVE_INFINITY, effect.estimate() + half),
                        t.cumulativeProbability(score));
        };
    }
}
