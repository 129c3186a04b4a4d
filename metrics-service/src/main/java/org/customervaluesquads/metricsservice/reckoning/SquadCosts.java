package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Window;

/**
 * What a squad's people cost in a window: a rate for each working day, spread evenly over the day's hours. A day that
 * has begun costs the whole day; a day to come costs nothing yet.
 */
public final class SquadCosts {

    /** The cost of a part of a day is rounded to so many decimals, half to even; that of a whole day never is. */
    public static final int PART_DAY_DECIMALS = 6;

    /** Costs are not followed further into the past. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Set<DayOfWeek> FREE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private SquadCosts() {}

    /** The cost of the window in each currency that has one. */
    public static List<Tally> in(Window window, List<CostStep> steps, Calendar calendar, LocalDate today) {
        LocalDate first = calendar.dateOf(window.start());
        LocalDate last = calendar.dateOf(window.end().minusNanos(1));
        Map<String, BigDecimal> costs = new TreeMap<>();
        days(steps, first, last.isAfter(today) ? today : last)
                .forEach(day -> rates(steps, day)
                        .values()
                        .forEach(rate ->
                                costs.merge(rate.currency(), share(rate, calendar.day(day), window), BigDecimal::add)));
        return costs.entrySet().stream()
                .filter(cost -> cost.getValue().signum() != 0)
                .map(cost -> Tally.ofCost(cost.getKey(), cost.getValue()))
                .toList();
    }

    /** The days from one to another, both included, on which the squad costs something. */
    public static Stream<LocalDate> days(List<CostStep> steps, LocalDate from, LocalDate to) {
        LocalDate first = steps.stream().map(CostStep::from).reduce(to.plusDays(1), SquadCosts::earlier);
        LocalDate start = later(later(from, first), EARLIEST);
        return start.isAfter(to)
                ? Stream.empty()
                : start.datesUntil(to.plusDays(1))
                        .filter(day -> !FREE.contains(day.getDayOfWeek()))
                        .filter(day -> rates(steps, day).values().stream()
                                .anyMatch(rate -> rate.amount().signum() != 0));
    }

    private static Map<String, Money> rates(List<CostStep> steps, LocalDate day) {
        Map<String, Money> rates = new TreeMap<>();
        steps.stream()
                .filter(step -> !step.from().isAfter(day))
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .map(CostStep::perWorkingDay)
                .forEach(rate -> rates.put(rate.currency(), rate));
        return rates;
    }

    private static BigDecimal share(Money rate, Window day, Window window) {
        Instant from = window.start().isAfter(day.start()) ? window.start() : day.start();
        Instant to = window.end().isBefore(day.end()) ? window.end() : day.end();
        Duration covered = Duration.between(from, to);
        Duration whole = Duration.between(day.start(), day.end());
        return covered.equals(whole)
                ? rate.amount()
                : rate.amount()
                        .multiply(BigDecimal.valueOf(covered.toSeconds()))
                        .divide(BigDecimal.valueOf(whole.toSeconds()), PART_DAY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
