package org.customervaluesquads.signalservice.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a signal, as a listener is told of it.
 *
 * @param id of the signal; absent when it was refused and had none that could be read
 * @param at when it was accepted or refused
 * @param traceparent the trace that it bears on every topic
 * @param door the door that refused it
 * @param errors why it was refused
 * @param original what was refused, or its beginning
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Happening(
        Fate fate,
        String source,
        @Nullable String id,
        @Nullable String type,
        Instant at,
        @Nullable String traceparent,
        @Nullable String door,
        @Nullable List<Reason> errors,
        @Nullable String original) {

    /** What became of a signal. */
    public enum Fate {
        /** In the log: it will be counted once. */
        ACCEPTED,
        /** Refused, and kept with the reasons. */
        REJECTED,
        /** Counted: intents and metrics have it. */
        COUNTED,
        /** It was counted before, and is not counted again. */
        DUPLICATE;

        /** As listeners read it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A signal that was accepted. */
    public static Happening accepted(
            String source, String id, @Nullable String type, Instant at, @Nullable String traceparent) {
        return new Happening(Fate.ACCEPTED, source, id, type, at, traceparent, null, null, null);
    }

    /** What became of it later. */
    Happening then(Fate later) {
        return new Happening(later, source, id, type, at, traceparent, null, null, null);
    }
}
