package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.customervaluesquads.metricsservice.customers.UnitingCustomers;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of which facts.
 *
 * @param which the facts that are measured
 * @param of what is measured of them
 * @param property which of their numbers; of amounts, counts and customers none
 * @param rank of a quantile, between 0 and 1
 * @param unit of what is measured; {@link MetricDefinition#CURRENCY} of amounts
 * @param by which parts are measured apart
 * @param tactics for each channel the tactic that it modernises, for measures by tactic
 */
public record Measure(
        String name,
        Which which,
        Statistic of,
        @Nullable String property,
        double rank,
        String unit,
        Split by,
        Map<String, String> tactics) {

    /**
     * Which facts: of each attribute one of the values, or any when there are none.
     *
     * @param where values of labels, by the label's name
     */
    public record Which(
            Facts facts, Set<String> types, Set<String> silos, Set<String> channels, Map<String, Set<String>> where) {

        boolean include(Tally.Alike alike) {
            return alike.kind() == facts
                    && isOneOf(alike.type(), types)
                    && isOneOf(alike.silo(), silos)
                    && isOneOf(alike.channel(), channels)
                    && where.entrySet().stream()
                            .allMatch(label ->
                                    label.getValue().contains(alike.labels().getOrDefault(label.getKey(), "")));
        }

        private static boolean isOneOf(@Nullable String value, Set<String> values) {
            return values.isEmpty() || (value != null && values.contains(value));
        }
    }

    /** What is measured. */
    public enum Statistic {
        COUNT,
        AMOUNT,
        CUSTOMERS,
        /** The customers whom at least two silos know. */
        SHARED,
        SUM,
        AVERAGE,
        QUANTILE;

        /** Whether it counts customers, whose number can be an estimate. */
        public boolean isOfCustomers() {
            return this == CUSTOMERS || this == SHARED;
        }

        /** Whether it is one of a number that facts bear. */
        public boolean needsNumbers() {
            return this == SUM || this == AVERAGE || this == QUANTILE;
        }
    }

    /** By which of their attributes the facts are measured apart. */
    public enum Split {
        NOTHING,
        CURRENCY,
        CHANNEL,
        TACTIC,
        SILO,
        TYPE
    }

    /** Whether it asks what type facts are of, or what labels they bear. */
    boolean tellsTypesApart() {
        return by == Split.TYPE || !which.types().isEmpty() || !which.where().isEmpty();
    }

    /** The facts that it measures, by the parts that it measures apart. */
    SortedMap<String, List<Tally>> part(List<Tally> tallies) {
        SortedMap<String, List<Tally>> parts = new TreeMap<>();
        for (Tally tally : tallies) {
            String part = measures(tally) ? partOf(tally) : null;
            if (part != null) {
                parts.computeIfAbsent(part, first -> new ArrayList<>()).add(tally);
            }
        }
        return parts;
    }

    /** The measure of facts of one part. */
    Estimate of(List<Tally> selected) {
        return switch (of) {
            case COUNT ->
                Estimate.exactly(selected.stream().mapToLong(Tally::count).sum());
            case AMOUNT ->
                Estimate.exactly(selected.stream().map(Tally::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            case CUSTOMERS ->
                Customers.union(selected.stream().map(Tally::customers).toList())
                        .count();
            case SHARED -> Customers.ofSeveral(bySilo(selected)).count();
            case SUM -> Estimate.exactly(numbers(selected).sum());
            case AVERAGE -> Estimate.exactly(numbers(selected).mean());
            case QUANTILE -> numbers(selected).quantile(rank);
        };
    }

    /** The numbers of the facts that bear one. */
    Numbers numbers(List<Tally> selected) {
        return Numbers.together(selected.stream().map(this::numbersOf).toList());
    }

    private static List<Customers> bySilo(List<Tally> selected) {
        Map<String, UnitingCustomers> silos = new TreeMap<>();
        for (Tally tally : selected) {
            String silo = tally.alike().silo();
            if (silo != null) {
                silos.computeIfAbsent(silo, first -> new UnitingCustomers()).add(tally.customers());
            }
        }
        return silos.values().stream().map(UnitingCustomers::united).toList();
    }

    private Numbers numbersOf(Tally tally) {
        return Objects.requireNonNull(tally.numbers().get(Objects.requireNonNull(property)));
    }

    private boolean measures(Tally tally) {
        return which.include(tally.alike())
                && (!of.isOfCustomers() || !tally.customers().isEmpty())
                && (!of.needsNumbers() || tally.numbers().containsKey(Objects.requireNonNull(property)));
    }

    private @Nullable String partOf(Tally tally) {
        return switch (by) {
            case NOTHING -> MetricDefinition.WHOLE;
            case CURRENCY -> tally.alike().currency();
            case CHANNEL -> tally.alike().channel();
            case TACTIC -> tactic(tally.alike().channel());
            case SILO -> tally.alike().silo();
            case TYPE -> tally.alike().type();
        };
    }

    private @Nullable String tactic(@Nullable String channel) {
        return channel == null ? null : tactics.get(channel);
    }
}
