package org.customervaluesquads.squadservice.cycles;

/**
 * How many cycles of a squad there are of each kind.
 *
 * @param failedLately those dropped within the span of the failure budget
 */
public record CycleCounts(int running, int concluded, int kept, int dropped, int failedLately) {}
