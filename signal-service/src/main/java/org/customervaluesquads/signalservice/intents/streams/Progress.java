package org.customervaluesquads.signalservice.intents.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;

/**
 * How far time has come, in one partition, for those who were last heard of in a history that is being read: as far as the
 * source that is least far, of those that tell of the past at this time. So a history fades, and its lessons settle, between
 * the signals before and after, whatever else arrives meanwhile; and when nobody tells of the past any more, all of it is over.
 *
 * <p>For those who were last heard of live, time is the clock's.
 */
final class Progress {

    /** A signal that happened longer ago when it is heard is one of a history. */
    private static final long LIVE_WITHIN = Duration.ofHours(1).toMillis();

    /** A source that told nothing for so long has come to its end, or rests. */
    private static final long IDLE_AFTER = Duration.ofSeconds(10).toMillis();

    private static final long RECKONED_EVERY = 50;

    private static final int SOURCES_MAX = 1_000;

    /** Sources beyond the first thousand are taken for one. */
    private static final String OTHERS = "";

    private final Map<String, Heard> sources = new HashMap<>();
    private long startedAt = Long.MAX_VALUE;
    private long reckonedAt = Long.MIN_VALUE;
    private long past = Long.MIN_VALUE;

    /** What was heard last of a source: its newest signal, and when that was. */
    private static final class Heard {
        private long newest = Long.MIN_VALUE;
        private long at;
    }

    /** Whether somebody whose newest signal is of a moment is somebody of a history. */
    static boolean isPast(long newest, long clock) {
        return clock - newest > LIVE_WITHIN;
    }

    void heard(SignalRecorded signal, long clock) {
        String source = sources.size() < SOURCES_MAX || sources.containsKey(signal.source()) ? signal.source() : OTHERS;
        Heard heard = sources.computeIfAbsent(source, none -> new Heard());
        heard.newest = Math.max(heard.newest, signal.occurredAt().toEpochMilli());
        heard.at = clock;
        if (heard.newest < past) {
            past = heard.newest;
        }
    }

    /** How far the histories have come that are being read. */
    long past(long clock) {
        if (sources.size() == 1 || clock - reckonedAt >= RECKONED_EVERY || reckonedAt > clock) {
            reckonedAt = clock;
            startedAt = Math.min(startedAt, clock);
            // Who has only begun to read does not know yet who tells of the past.
            past = sources.isEmpty() && clock - startedAt < IDLE_AFTER ? Long.MIN_VALUE : clock;
            for (Heard heard : sources.values()) {
                if (clock - heard.at < IDLE_AFTER && isPast(heard.newest, clock)) {
                    past = Math.min(past, heard.newest);
                }
            }
        }
        return past;
    }
}
