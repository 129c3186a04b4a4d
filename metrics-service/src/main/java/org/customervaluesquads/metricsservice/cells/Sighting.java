package org.customervaluesquads.metricsservice.cells;

import java.time.Instant;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** What a cell needs of a signal: who it was, if known, and when. */
public record Sighting(@Nullable String customerId, Instant occurredAt) {

    /** The sighting in a signal. */
    public static Sighting of(SignalRecorded signal) {
        return new Sighting(signal.customerId(), signal.occurredAt());
    }
}
