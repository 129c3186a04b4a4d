package org.customervaluesquads.signalservice.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules of when a signal may have occurred. */
final class Times {

    private static final String OCCURRED_AT = "occurredAt";
    private static final String SENT_AT = "sentAt";

    private Times() {}

    /**
     * When it occurred by our clock: what the sender's clock said, less the time by which that clock was ahead of ours
     * when the signal was sent. The way to us counts as nothing, as in the format that the rule is taken from.
     */
    static Instant occurredAt(Reading signal, Instant now) {
        Duration ahead = ahead(signal, now);
        Instant latest = now.plus(Limits.FUTURE_MAX).plus(ahead);
        Instant occurredAt =
                signal.needsTime(OCCURRED_AT, latest, now.plus(ahead)).minus(ahead);
        if (occurredAt.isBefore(Instant.EPOCH) && !signal.hasReasonFor(OCCURRED_AT)) {
            signal.refuse(OCCURRED_AT, "is before 1970");
        }
        return occurredAt;
    }

    private static Duration ahead(Reading signal, Instant now) {
        if (signal.word(SENT_AT) == null) {
            return Duration.ZERO;
        }
        Instant sentAt = signal.needsTime(SENT_AT, now.plus(Limits.CLOCK_AHEAD_MAX), now);
        return signal.hasReasonFor(SENT_AT) ? Duration.ZERO : Duration.between(now, sentAt);
    }

    /** Refuses what occurred longer ago than its source may tell of; a source that brings history may tell of all. */
    static void refuseTooOld(Reading signal, Instant occurredAt, @Nullable Duration maxAge, Instant now) {
        if (maxAge == null || signal.hasReasonFor(OCCURRED_AT)) {
            return;
        }
        Duration age = Duration.between(occurredAt, now);
        if (age.compareTo(maxAge) > 0) {
            signal.refuse(
                    OCCURRED_AT,
                    "is %s ago, and the source may tell of the last %s"
                            .formatted(Reading.inWords(age), Reading.inWords(maxAge)));
        }
    }
}
