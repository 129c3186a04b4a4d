package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;

/**
 * Which scores may become lessons, where there are more of them than could teach anything new.
 *
 * <p>A learner's memory is of some tens of thousands of lessons, and a source can tell of as many signals in an hour. So lots are
 * drawn for each customer and hour: of a source that tells of little all scores may become lessons, of a flood a share, about
 * as many in each hour as {@link #AN_HOUR}. The lot knows nothing of the outcome, so that what is learned is not
 * turned by it. An hour is one of the signals' own time: a history teaches as much as it would have when it happened.
 */
public final class LessonLots {

    /** Scores of one source in one partition that may become lessons, in an hour. */
    static final int AN_HOUR = 250;

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final int SOURCES_MAX = 1_000;

    /** Sources beyond the first thousand share their lots. */
    private static final String OTHERS = "";

    private final Map<String, Hour> hours = new HashMap<>();

    /** The newest hour of a source, and how many signals were in it and in the one before. */
    private static final class Hour {

        private long number = Long.MIN_VALUE;
        private long signals;
        private long before;

        private void count(long hour) {
            if (hour > number) {
                before = hour == number + 1 ? signals : 0;
                signals = 0;
                number = hour;
            }
            signals++;
        }
    }

    /** Whether the score that a signal leads to may become a lesson. */
    public boolean draw(String customer, SignalRecorded signal) {
        long hour = Math.floorDiv(signal.occurredAt().toEpochMilli(), HOUR_MILLIS);
        String source = hours.size() < SOURCES_MAX || hours.containsKey(signal.source()) ? signal.source() : OTHERS;
        Hour counted = hours.computeIfAbsent(source, unknown -> new Hour());
        counted.count(hour);
        long expected = Math.max(counted.signals, counted.before);
        return expected <= AN_HOUR || Lot.of(customer.hashCode(), hour) * expected < AN_HOUR;
    }
}
