package org.customervaluesquads.metricsservice.cells;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** Which signals are summed together: those of one hour with equal attributes. */
public record Cell(
        Instant hour,
        String silo,
        @Nullable String channel,
        String type,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String account,
        @Nullable String product) {

    /** The cell of a signal. */
    public static Cell of(SignalRecorded signal) {
        return new Cell(
                signal.occurredAt().truncatedTo(ChronoUnit.HOURS),
                signal.silo(),
                signal.channel(),
                signal.type(),
                signal.region(),
                signal.segment(),
                signal.accountId(),
                signal.product());
    }
}
