package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.metricsservice.customers.Estimate;
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
        if (grain == Grain.HOUR && tallies.stream().allMatch(tally -> tally.kind() == Facts.COSTS)) {
            return List.of();
        }
        return definitions.metrics().stream()
                .filter(metric -> grain == Grain.TOTAL || metric.grains().contains(grain))
                .filter(metric ->
                        !metric.oneCurrency() || currencies(metric, tallies).size() <= 1)
                .flatMap(metric -> parts(metric, tallies).stream().map(part -> value(metric, part, tallies)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> currencies(MetricDefinition metric, List<Tally> tallies) {
        Set<String> currencies = new TreeSet<>();
        metric.measures().forEach(measure -> measure.parts(tallies).forEach(currencies::add));
        return currencies;
    }

    private static Set<String> parts(MetricDefinition metric, List<Tally> tallies) {
        Set<String> parts = new TreeSet<>();
        metric.needed().measures().forEach(measure -> measure.parts(tallies).forEach(parts::add));
        return parts;
    }

    private static @Nullable Reckoned value(MetricDefinition metric, String part, List<Tally> tallies) {
        Estimate sum = metric.of().sum(tallies, part);
        Terms over = metric.over();
        if (over == null) {
            return reckoned(metric, part, tallies, sum, null, null);
        }
        BigDecimal denominator = over.sum(tallies, part).value();
        if (denominator.signum() == 0) {
            return null;
        }
        BigDecimal ratio = sum.value().divide(denominator, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
        return reckoned(metric, part, tallies, Estimate.exactly(ratio), sum.value(), denominator);
    }

    private static Reckoned reckoned(
            MetricDefinition metric,
            String part,
            List<Tally> tallies,
            Estimate value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        Set<Tally> counted = counted(metric, part, tallies);
        return new Reckoned(
                metric.nameOf(part),
                metric.unitOf(part),
                metric.direction().word(),
                value.value(),
                value.lower(),
                value.upper(),
                numerator,
                denominator,
                counted.stream().mapToLong(Tally::facts).sum(),
                counted.stream()
                        .map(Tally::silo)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                counted.stream()
                        .map(Tally::newestAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.<Instant>naturalOrder())
                        .orElse(null));
    }

    /** A tally that several of the metric's measures use is counted once. */
    private static Set<Tally> counted(MetricDefinition metric, String part, List<Tally> tallies) {
        Set<Tally> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        metric.measures().forEach(measure -> measure.select(tallies, part).forEach(counted::add));
        return counted;
    }
}
