package org.customervaluesquads.metricsservice.experiments;

import org.customervaluesquads.metricsservice.statistics.Gauss;
import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * The Bayesian reading: what is held of an effect after the experiment. A normal likelihood of the estimate and a normal
 * prior give a normal posterior (conjugacy, as in Gelman and others, Bayesian Data Analysis, 2.5). It is a statement under
 * the prior and promises no rate of errors under repeated looks.
 *
 * @param mean in the effect's unit
 */
public record Posterior(double mean, double standardDeviation) {

    /** What is held after an estimate. */
    public static Posterior of(Effect effect, Prior prior) {
        double precision = 1 / (effect.standardError() * effect.standardError());
        double before = Double.isInfinite(prior.variance()) ? 0 : 1 / prior.variance();
        double mean = (effect.estimate() * precision + prior.mean() * before) / (precision + before);
        return new Posterior(mean, 1 / Math.sqrt(precision + before));
    }

    /** How likely the treatment is the better one, where more is better. */
    public double chanceToWin() {
        return Gauss.below(mean / standardDeviation);
    }

    /** The middle of what is held, without this share. */
    public Interval interval(double alpha) {
        return Interval.around(mean, standardDeviation * Gauss.quantile(1 - alpha / 2));
    }

    /** What is lost on average by choosing the treatment, where it is the worse one; in the effect's unit. */
    public double riskOfTreatment() {
        double z = mean / standardDeviation;
        return standardDeviation * Gauss.density(z) - mean * Gauss.below(-z);
    }

    /** What is lost on average by keeping the control, where the treatment is the better one. */
    public double riskOfControl() {
        return riskOfTreatment() + mean;
    }
}
