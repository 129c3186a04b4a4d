package org.customervaluesquads.metricsservice.experiments;

/**
 * How far a treatment is from a control: the estimate, its standard error, and what is needed to judge it. A difference is
 * in the metric's unit a customer; a lift is a ratio, 0.1 being ten percent more than the control.
 *
 * @param degreesOfFreedom of the standard error, by Welch (1947)
 * @param n customers of both variants together
 */
public record Effect(double estimate, double standardError, double degreesOfFreedom, long n) {

    private static final long FEWEST_EACH = 2;

    /** The difference of the means. */
    public static Effect difference(Measured control, Measured treatment) {
        double variance = control.varianceOfMean() + treatment.varianceOfMean();
        return effect(treatment.mean() - control.mean(), variance, control, treatment);
    }

    /**
     * The difference as a ratio of the control's mean, its variance by the delta method: exact for many customers, and
     * not to be trusted while the control's mean is within a few of its standard errors of zero.
     */
    public static Effect lift(Measured control, Measured treatment) {
        double base = control.mean();
        double ratio = treatment.mean() / base;
        double variance = (treatment.varianceOfMean() + ratio * ratio * control.varianceOfMean()) / (base * base);
        return effect((treatment.mean() - base) / Math.abs(base), variance, control, treatment);
    }

    private static Effect effect(double estimate, double variance, Measured control, Measured treatment) {
        return new Effect(estimate, Math.sqrt(variance), welch(control, treatment), control.n() + treatment.n());
    }

    private static double welch(Measured control, Measured treatment) {
        double one = control.varianceOfMean();
        double other = treatment.varianceOfMean();
        return (one + other) * (one + other) / (one * one / (control.n() - 1) + other * other / (treatment.n() - 1));
    }

    /** Whether there is enough to judge: two customers in each variant, and values that differ. */
    public static boolean canBeJudged(Measured control, Measured treatment) {
        return control.n() >= FEWEST_EACH
                && treatment.n() >= FEWEST_EACH
                && control.varianceOfMean() + treatment.varianceOfMean() > 0;
    }
}
