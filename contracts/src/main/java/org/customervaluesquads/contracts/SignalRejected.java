package org.customervaluesquads.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal that a door refused, on {@link Topics#SIGNALS_REJECTED}, kept whole so that it can be sent again.
 *
 * @param source the source it named, or {@code unknown}
 * @param door the door it came to
 * @param original what was sent, as text
 */
public record SignalRejected(
        String rejectionId,
        String source,
        @Nullable String signalId,
        String door,
        Instant rejectedAt,
        List<Reason> errors,
        String original) {

    /** Which field was refused, and why; the field is empty when it is the whole. */
    public record Reason(String field, String reason) {}
}
