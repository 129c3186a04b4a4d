package org.customervaluesquads.metricsservice.calendars;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a squad's days, weeks and months begin.
 *
 * <p>Facts are summed by hours of UTC. Where midnight falls inside one of them, as in India, the day begins with that
 * hour: up to 45 minutes early.
 */
public record Calendar(ZoneId zone) {

    /** The calendar of a squad for which no time zone is set. */
    public static final Calendar UTC = new Calendar(ZoneId.of("UTC"));

    /** A rolling window has so many days: whole weeks, so that each has the same days of the week. */
    public static final int ROLLING_DAYS = 28;

    /** Where in a day of UTC that stands which was summed up to days: at a minute at which no hour begins. */
    public static final Duration MIDDLE_OF_DAY = Duration.ofMinutes(12 * 60 + 30);

    /** The day in which the moment lies. */
    public LocalDate dateOf(Instant moment) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        LocalDate next = date.plusDays(1);
        return moment.isBefore(startOf(next)) ? date : next;
    }

    /** The first hour of the day. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.HOURS);
    }

    /** The day. */
    public Window day(LocalDate date) {
        return span(Grain.DAY, date, date.plusDays(1));
    }

    /** The hours of the day; there are 23 or 25 of them when the clocks are changed. */
    public List<Window> hoursOf(LocalDate date) {
        Instant end = startOf(date.plusDays(1));
        return Stream.iterate(startOf(date), hour -> hour.isBefore(end), hour -> hour.plus(1, ChronoUnit.HOURS))
                .map(Window::hourOf)
                .toList();
    }

    /**
     * The hours of the day, and of each day of UTC that has its middle in it a moment of its own: there stands what
     * was summed up to days before, and is in no hour any more.
     */
    public List<Window> partsOf(LocalDate date) {
        List<Window> parts = new ArrayList<>(hoursOf(date));
        for (Window hour : List.copyOf(parts)) {
            Instant middle = hour.start().truncatedTo(ChronoUnit.DAYS).plus(MIDDLE_OF_DAY);
            if (hour.holds(middle)) {
                parts.add(new Window(Grain.TOTAL, middle, hour.end()));
            }
        }
        return parts;
    }

    /** The longer window of this grain that holds the day; of the rolling ones the one that ends with it. */
    public Window longer(Grain grain, LocalDate date) {
        return switch (grain) {
            case WEEK -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield span(grain, monday, monday.plusWeeks(1));
            }
            case MONTH -> {
                LocalDate first = date.withDayOfMonth(1);
                yield span(grain, first, first.plusMonths(1));
            }
            case ROLLING -> span(grain, date.minusDays(ROLLING_DAYS - 1L), date.plusDays(1));
            case HOUR, DAY, TOTAL -> throw new IllegalArgumentException("not longer than a day: " + grain);
        };
    }

    /**
     * The longer windows that a fact of this day is in.
     *
     * @param today windows that end later are not rolled to yet
     */
    public Stream<Window> longerWith(LocalDate date, LocalDate today) {
        LocalDate lastPossible = date.plusDays(ROLLING_DAYS - 1L);
        LocalDate last = lastPossible.isAfter(today) ? today : lastPossible;
        Stream<LocalDate> ends = last.isBefore(date) ? Stream.of(date) : date.datesUntil(last.plusDays(1));
        return Stream.concat(
                Stream.of(longer(Grain.WEEK, date), longer(Grain.MONTH, date)),
                ends.map(end -> longer(Grain.ROLLING, end)));
    }

    /** The window as this calendar has it, for a window that another one began at the same moment. */
    public Window asHere(Window window) {
        return switch (window.grain()) {
            case HOUR -> Window.hourOf(window.start());
            case DAY -> day(dateOf(window.start()));
            case WEEK, MONTH -> longer(window.grain(), dateOf(window.start()));
            case ROLLING -> longer(Grain.ROLLING, dateOf(window.start()).plusDays(ROLLING_DAYS - 1L));
            case TOTAL -> window;
        };
    }

    private Window span(Grain grain, LocalDate from, LocalDate to) {
        return new Window(grain, startOf(from), startOf(to));
    }
}
