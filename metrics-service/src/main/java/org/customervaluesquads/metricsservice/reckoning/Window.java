package org.customervaluesquads.metricsservice.reckoning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A span of time for which metrics are reckoned, its end excluded; days are those of UTC. */
public record Window(Grain grain, Instant start, Instant end) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** The hour in which the moment lies. */
    public static Window hourOf(Instant moment) {
        Instant start = moment.truncatedTo(ChronoUnit.HOURS);
        return new Window(Grain.HOUR, start, start.plus(HOUR));
    }

    /** The day in which the moment lies. */
    public static Window dayOf(Instant moment) {
        Instant start = moment.truncatedTo(ChronoUnit.DAYS);
        return new Window(Grain.DAY, start, start.plus(DAY));
    }
}
