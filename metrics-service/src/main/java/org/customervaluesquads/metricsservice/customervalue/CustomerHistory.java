package org.customervaluesquads.metricsservice.customervalue;

/**
 * One customer's purchases.
 *
 * @param mean what a repeat purchase was worth on average, in the currency; zero where that is not known
 */
public record CustomerHistory(String customer, Purchases purchases, double mean) {

    boolean hasSpent() {
        return purchases.repeats() > 0 && mean > 0;
    }
}
