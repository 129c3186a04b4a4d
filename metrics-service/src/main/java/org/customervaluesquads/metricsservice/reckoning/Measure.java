package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of which facts.
 *
 * @param types of which types the facts are; any, when there are none
 */
public record Measure(String name, Facts facts, Set<String> types, Statistic of, Split by) {

    /** What is measured. */
    public enum Statistic {
        COUNT,
        AMOUNT,
        CUSTOMERS
    }

    /** By which of their attributes the facts are measured apart. */
    public enum Split {
        NOTHING,
        CURRENCY,
        CHANNEL,
        TYPE
    }

    /** The parts of the facts that are measured apart; the one part without a name where nothing splits them. */
    Stream<String> parts(List<Tally> tallies) {
        return tallies.stream().filter(this::measures).map(this::partOf).filter(Objects::nonNull);
    }

    /** The facts of one part. */
    Stream<Tally> select(List<Tally> tallies, String part) {
        return tallies.stream().filter(this::measures).filter(tally -> part.equals(partOf(tally)));
    }

    /** The measure of one part. */
    Estimate of(List<Tally> tallies, String part) {
        List<Tally> selected = select(tallies, part).toList();
        return switch (of) {
            case COUNT ->
                Estimate.exactly(selected.stream().mapToLong(Tally::count).sum());
            case AMOUNT ->
                Estimate.exactly(selected.stream().map(Tally::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            case CUSTOMERS ->
                Customers.union(selected.stream().map(Tally::customers).toList())
                        .count();
        };
    }

    private boolean measures(Tally tally) {
        return tally.kind() == facts
                && (types.isEmpty() || types.contains(tally.type()))
                && (of != Statistic.CUSTOMERS || !tally.customers().isEmpty());
    }

    private @Nullable String partOf(Tally tally) {
        return switch (by) {
            case NOTHING -> MetricDefinition.WHOLE;
            case CURRENCY -> tally.currency();
            case CHANNEL -> tally.channel();
            case TYPE -> tally.type();
        };
    }
}
