package org.customervaluesquads.squadservice.problems;

/** Which field was refused, and why; the field is empty when it is the whole. */
public record FieldError(String field, String reason) {}
