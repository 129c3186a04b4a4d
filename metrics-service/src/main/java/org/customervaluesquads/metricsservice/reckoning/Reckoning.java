package org.customervaluesquads.metricsservice.reckoning;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.customervaluesquads.metricsservice.reckoning.Measure.Statistic;
import org.jspecify.annotations.Nullable;

/** From the tallies of one window to the values of all metrics: a function of its arguments alone. */
public final class Reckoning {

    /** Ratios are rounded to so many decimals, half to even; sums are never rounded. */
    public static final int RATIO_DECIMALS = 6;

    private Reckoning() {}

    /**
     * The metrics that have a value in a window with these tallies. An hour without facts has none; a day may have a
     * cost alone.
     */
    public static List<Reckoned> of(Definitions definitions, Grain grain, List<Tally> tallies) {
        if (grain == Grain.HOUR
                && tallies.stream().allMatch(tally -> tally.alike().kind() == Facts.COSTS)) {
            return List.of();
        }
        Parted parted = new Parted(tallies);
        return definitions.metrics().stream()
                .filter(metric -> grain == Grain.TOTAL || metric.grains().contains(grain))
                .filter(metric -> !metric.oneCurrency()
                        || parts(metric.measures(), parted).size() <= 1)
                .flatMap(metric ->
                        parts(metric.needed().measures(), parted).stream().map(part -> value(metric, part, parted)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> parts(Stream<Measure> measures, Parted tallies) {
        Set<String> parts = new TreeSet<>();
        measures.forEach(measure -> parts.addAll(tallies.parts(measure)));
        return parts;
    }

    private static @Nullable Reckoned value(MetricDefinition metric, String part, Parted tallies) {
        Estimate sum = metric.of().sum(tallies, part);
        Terms over = metric.over();
        if (over != null) {
            Estimate divisor = over.sum(tallies, part);
            return divisor.value().signum() == 0
                    ? null
                    : reckoned(metric, part, tallies, new Made(sum.over(divisor, RATIO_DECIMALS), sum, divisor));
        }
        Measure first = metric.of().plus().getFirst();
        if (first.of() == Statistic.AVERAGE) {
            Numbers numbers = first.numbers(tallies.of(first, part));
            Made made = new Made(sum, Estimate.exactly(numbers.sum()), Estimate.exactly(numbers.count()));
            return reckoned(metric, part, tallies, made);
        }
        return reckoned(metric, part, tallies, new Made(sum, null, null));
    }

    /** A value, and what it was made of where it was divided. */
    private record Made(
            Estimate value,
            @Nullable Estimate numerator,
            @Nullable Estimate denominator) {}

    private static Reckoned reckoned(MetricDefinition metric, String part, Parted tallies, Made made) {
        Set<Tally> counted = counted(metric, part, tallies);
        SortedMap<String, Instant> newestBySilo = newestBySilo(counted);
        return new Reckoned(
                metric.nameOf(part),
                metric.unitOf(part),
                metric.direction().word(),
                made.value().value(),
                made.value().lower(),
                made.value().upper(),
                made.numerator() == null ? null : made.numerator().value(),
                made.denominator() == null ? null : made.denominator().value(),
                counted.stream().mapToLong(Tally::count).sum(),
                newestBySilo,
                newest(counted));
    }

    /** A tally that several of the metric's measures use is counted once. */
    private static Set<Tally> counted(MetricDefinition metric, String part, Parted tallies) {
        Set<Tally> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        metric.measures().forEach(measure -> counted.addAll(tallies.of(measure, part)));
        return counted;
    }

    private static SortedMap<String, Instant> newestBySilo(Collection<Tally> counted) {
        SortedMap<String, Instant> newest = new TreeMap<>();
        for (Tally tally : counted) {
            String silo = tally.alike().silo();
            Instant at = tally.newestAt();
            if (silo != null && at != null) {
                newest.merge(silo, at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return newest;
    }

    private static @Nullable Instant newest(Collection<Tally> counted) {
        return counted.stream()
                .map(Tally::newestAt)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .orElse(null);
    }
}
