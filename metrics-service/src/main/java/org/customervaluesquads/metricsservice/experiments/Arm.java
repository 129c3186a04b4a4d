package org.customervaluesquads.metricsservice.experiments;

/**
 * One variant of a test with its customers.
 *
 * @param weight its planned share of the customers, in any unit
 */
public record Arm(String name, double weight, Moments moments) {}
