package org.customervaluesquads.metricsservice.squads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customervaluesquads.contracts.Scope;

/** Where a fact is found: the hour in which it occurred, and the attributes that put it in a scope. */
public record FactAt(Instant hour, Scope.Attributes attributes) {

    /** The place of a fact that occurred at some moment of the hour. */
    public FactAt {
        hour = hour.truncatedTo(ChronoUnit.HOURS);
    }
}
