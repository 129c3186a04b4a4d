package org.customervaluesquads.metricsservice.experiments;

import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * An effect as one way of judging reads it.
 *
 * @param interval holds the true effect in all but a share alpha of experiments
 * @param p how likely an estimate as far from zero is without any effect, in the sense of the method
 */
public record Reading(Interval interval, double p) {

    /** Whether there is an effect, by this reading. */
    public boolean showsAnEffect() {
        return !interval.holds(0);
    }
}
