package org.customervaluesquads.metricsservice.experiments;

import org.jspecify.annotations.Nullable;

/**
 * One variant beside the control, in all readings.
 *
 * @param difference in the metric's unit a customer, adjusted for what was before where that is known
 * @param lift the difference as a ratio of the control, where the control is not zero
 * @param alone the plain difference and its sequence, without the adjustment
 */
public record Comparison(
        String variant,
        String against,
        Judged difference,
        @Nullable Judged lift,
        Judged alone) {

    /** An effect in its three readings; without them while there is too little to judge by. */
    public record Judged(Effect effect, Reading atEveryLook, Reading atFixedHorizon, Posterior posterior) {

        static Judged of(Effect effect, Plan plan, Prior prior) {
            return new Judged(
                    effect,
                    new ConfidenceSequence(plan.alpha(), plan.tightestAt()).read(effect, Side.BOTH),
                    new FixedHorizon(plan.alpha()).read(effect, Side.BOTH),
                    Posterior.of(effect, prior));
        }
    }

    boolean isBetter(boolean moreIsBetter) {
        Reading reading = difference.atEveryLook();
        return moreIsBetter
                ? reading.interval().lower() > 0
                : reading.interval().upper() < 0;
    }

    /** Whether no lift is left, in the good direction, that is worth having. */
    boolean isFutile(Plan plan) {
        if (lift == null) {
            return false;
        }
        return plan.moreIsBetter()
                ? lift.atEveryLook().interval().upper() < plan.worthwhile()
                : lift.atEveryLook().interval().lower() > -plan.worthwhile();
    }
}
