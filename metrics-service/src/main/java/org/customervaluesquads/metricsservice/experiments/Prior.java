package org.customervaluesquads.metricsservice.experiments;

/**
 * What is held of an effect before the experiment: a normal distribution, in the effect's unit.
 *
 * @param variance infinite when nothing is held
 */
public record Prior(double mean, double variance) {

    /** Nothing is held. */
    public static final Prior FLAT = new Prior(0, Double.POSITIVE_INFINITY);
}
