package org.customervaluesquads.metricsservice.customervalue;

/**
 * What a customer bought on one day.
 *
 * @param day since any beginning, the same for all
 * @param amount in the currency
 */
public record Occasion(String customer, long day, double amount) {}
