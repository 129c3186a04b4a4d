package org.customervaluesquads.signalservice.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a signal, as a listener is told of it.
 *
 * @param id of the signal; absent when it was refused and had none that could be read
 * @param at when it was accepted, refused or replayed
 * @param traceparent the trace that it bears on every topic
 * @param door the door that refused it
 * @param errors why it was refused, or refused again
 * @param original what was refused, or its beginning
 * @param verdict what came of judging it again
 * @param why it is about nobody
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
        @Nullable String original,
        @Nullable String verdict,
        @Nullable String why) {

    /** What became of a signal. */
    public enum Fate {
        /** In the log: it will be counted once. */
        ACCEPTED,
        /** Refused, and kept with the reasons. */
        REJECTED,
        /** Refused before, and judged again: the verdict says what came of it. */
        REPLAYED,
        /** Counted: intents and metrics have it. */
        COUNTED,
        /** Counted as about nobody: no intent has it, and of the metrics those that need no customer. */
        WITHHELD,
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
        return new Happening(Fate.ACCEPTED, source, id, type, at, traceparent, null, null, null, null, null);
    }

    /** A refusal, or what came of replaying it; reasons and original are told of what stands refused. */
    public static Happening of(SignalRejected refused, @Nullable String traceparent, String beginning) {
        String verdict = refused.replayVerdict();
        boolean standsRefused = verdict == null || verdict.equals(SignalRejected.REJECTED);
        return new Happening(
                verdict == null ? Fate.REJECTED : Fate.REPLAYED,
                refused.source(),
                refused.signalId(),
                null,
                Objects.requireNonNullElse(refused.replayedAt(), refused.rejectedAt()),
                traceparent,
                refused.door(),
                standsRefused ? refused.errors() : null,
                standsRefused ? beginning : null,
                verdict,
                null);
    }

    /** It was counted; as about nobody when there is a reason to withhold whom it is about. */
    Happening counted(@Nullable String withheld) {
        return then(withheld == null ? Fate.COUNTED : Fate.WITHHELD, withheld);
    }

    /** It was known already. */
    Happening duplicate() {
        return then(Fate.DUPLICATE, null);
    }

    private Happening then(Fate later, @Nullable String why) {
        return new Happening(later, source, id, type, at, traceparent, null, null, null, null, why);
    }
}
