package org.customervaluesquads.metricsservice.problems;

/** A field of a request that is wrong, and why. */
public record FieldError(String field, String reason) {}
