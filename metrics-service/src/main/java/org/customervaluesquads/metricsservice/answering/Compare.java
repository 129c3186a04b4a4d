package org.customervaluesquads.metricsservice.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Window;

/** Which other window a value is seen beside. */
public enum Compare {
    /** None. */
    NOTHING,
    /**
     * The nearest window of the same kind that ended before the squad was formed; whole weeks earlier, so that hours
     * and days have the same day of the week. A total is seen beside as long a span up to when the squad was formed.
     */
    BASELINE,
    /** The window before. */
    PREVIOUS;

    private static final int DAYS_OF_WEEK = 7;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of a word, if it is one. */
    public static Optional<Compare> named(String word) {
        return Arrays.stream(values())
                .filter(compare -> compare.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The other window; none before which nothing lies, as of a window from before the squad was formed. */
    public Optional<Window> beside(Window window, Calendar calendar, Instant formedAt) {
        return switch (this) {
            case NOTHING -> Optional.empty();
            case PREVIOUS -> Optional.of(previous(window, calendar));
            case BASELINE -> baseline(window, calendar, calendar.dateOf(formedAt));
        };
    }

    private static Window previous(Window window, Calendar calendar) {
        LocalDate first = calendar.dateOf(window.start());
        return switch (window.grain()) {
            case HOUR -> Window.hourOf(window.start().minus(1, ChronoUnit.HOURS));
            case DAY -> calendar.day(first.minusDays(1));
            case WEEK, MONTH -> calendar.longer(window.grain(), first.minusDays(1));
            case ROLLING -> calendar.longer(window.grain(), first.minusDays(1));
            case TOTAL -> asLongUpTo(window, window.start());
        };
    }

    private static Optional<Window> baseline(Window window, Calendar calendar, LocalDate formed) {
        LocalDate last = calendar.dateOf(window.end().minusNanos(1));
        if (last.isBefore(formed)) {
            return Optional.empty();
        }
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(formed, last), DAYS_OF_WEEK) + 1;
        LocalDate earlier = last.minusWeeks(weeks);
        return Optional.of(
                switch (window.grain()) {
                    case HOUR -> Window.hourOf(hoursInto(window, calendar, earlier));
                    case DAY -> calendar.day(earlier);
                    case WEEK, ROLLING -> calendar.longer(window.grain(), earlier);
                    case MONTH ->
                        calendar.longer(window.grain(), formed.withDayOfMonth(1).minusDays(1));
                    case TOTAL -> asLongUpTo(window, calendar.startOf(formed));
                });
    }

    /** The hour of another day, as many hours after its beginning. */
    private static Instant hoursInto(Window hour, Calendar calendar, LocalDate day) {
        Instant began = calendar.startOf(calendar.dateOf(hour.start()));
        return calendar.startOf(day).plus(ChronoUnit.HOURS.between(began, hour.start()), ChronoUnit.HOURS);
    }

    private static Window asLongUpTo(Window window, Instant end) {
        long hours = ChronoUnit.HOURS.between(window.start(), window.end());
        return new Window(window.grain(), end.minus(hours, ChronoUnit.HOURS), end);
    }
}
