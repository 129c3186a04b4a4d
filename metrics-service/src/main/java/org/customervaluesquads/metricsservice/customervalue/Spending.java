package org.customervaluesquads.metricsservice.customervalue;

/**
 * What has to be known of customers with equal spending, as Gamma-Gamma needs it.
 *
 * @param purchases how many the mean is of; positive
 * @param mean what a purchase was worth on average, in the currency; positive
 * @param customers how many spent like that
 */
public record Spending(double purchases, double mean, long customers) {

    /** A customer's spending. */
    public Spending {
        if (!(purchases > 0) || !(mean > 0) || customers < 1) {
            throw new IllegalArgumentException("no spending: " + purchases + " purchases of " + mean);
        }
    }
}
