package org.customervaluesquads.metricsservice.experiments;

import java.util.List;

/**
 * CUPED: the part of the metric that was there before the experiment is taken out of it (Deng, Xu, Kohavi and Walker 2013).
 * The adjusted mean estimates the same as the plain one, with a variance smaller by the squared correlation of before and after;
 * it asks that what is known from before cannot have been changed by the variant.
 *
 * @param theta units of the metric for one unit of what was before
 * @param meanBefore of all variants together
 */
public record Cuped(double theta, double meanBefore) {

    /** The adjustment that leaves the least variance, the same for all variants. */
    public static Cuped over(List<Moments> variants) {
        double covariance = 0;
        double variance = 0;
        for (Moments variant : variants) {
            covariance += (variant.n() - 1) * variant.covariance();
            variance += (variant.n() - 1) * variant.varianceBefore();
        }
        Moments all = variants.stream().reduce(Moments.NONE, Moments::plus);
        return new Cuped(variance > 0 ? covariance / variance : 0, all.meanBefore());
    }

    /** What the variant has shown, without what was there before. */
    public Measured adjust(Moments variant) {
        Measured plain = variant.measured();
        double mean = plain.mean() - theta * (variant.meanBefore() - meanBefore);
        double variance =
                plain.variance() - 2 * theta * variant.covariance() + theta * theta * variant.varianceBefore();
        return new Measured(plain.n(), mean, Math.max(0, variance));
    }

    /** Whether anything was known from before that tells of after. */
    public boolean adjusts() {
        return theta != 0;
    }
}
