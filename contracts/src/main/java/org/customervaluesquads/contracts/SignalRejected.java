package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal that a door refused, on {@link Topics#SIGNALS_REJECTED}, kept whole so that it can be sent again.
 *
 * @param source the source it named, or {@code unknown}
 * @param door the door it came to
 * @param errors why it was refused, when it was judged last
 * @param original what was sent, as text
 * @param replayedAt when it was judged again; null when it never was
 * @param replayVerdict what came of that: {@link #ACCEPTED}, {@link #REJECTED} or {@link #PASSED_OVER}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalRejected(
        String rejectionId,
        String source,
        @Nullable String signalId,
        String door,
        Instant rejectedAt,
        List<Reason> errors,
        String original,
        @Nullable Instant replayedAt,
        @Nullable String replayVerdict) {

    /** What came of judging it again: it is in the log now, and counted once. */
    public static final String ACCEPTED = "accepted";

    /** What came of judging it again: it was refused again. */
    public static final String REJECTED = "rejected";

    /** What came of judging it again: its mapping makes no signal of it. */
    public static final String PASSED_OVER = "passed-over";

    /** A refusal that was not replayed yet. */
    public SignalRejected(
            String rejectionId,
            String source,
            @Nullable String signalId,
            String door,
            Instant rejectedAt,
            List<Reason> errors,
            String original) {
        this(rejectionId, source, signalId, door, rejectedAt, errors, original, null, null);
    }

    /** The same refusal after it was judged again. */
    public SignalRejected replayed(Instant at, String verdict, List<Reason> newest) {
        return new SignalRejected(rejectionId, source, signalId, door, rejectedAt, newest, original, at, verdict);
    }

    /** Which field was refused, and why; the field is empty when it is the whole. */
    public record Reason(String field, String reason) {}
}
