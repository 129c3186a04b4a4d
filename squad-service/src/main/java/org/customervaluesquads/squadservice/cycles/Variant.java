package org.customervaluesquads.squadservice.cycles;

/** One way of doing it, and the percent of the customers who meet it. */
public record Variant(String name, int share) {}
