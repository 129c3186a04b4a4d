package org.customervaluesquads.metricsservice.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A span of time for which metrics are reckoned, its end excluded. */
public record Window(Grain grain, Instant start, Instant end) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The hour in which the moment lies. */
    public static Window hourOf(Instant moment) {
        Instant start = moment.truncatedTo(ChronoUnit.HOURS);
        return new Window(Grain.HOUR, start, start.plus(HOUR));
    }

    /** The day of UTC in which the moment lies; a squad's own days are those of its {@link Calendar}. */
    public static Window dayOf(Instant moment) {
        return Calendar.UTC.day(Calendar.UTC.dateOf(moment));
    }

    /** Whether the moment lies in it. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }
}
