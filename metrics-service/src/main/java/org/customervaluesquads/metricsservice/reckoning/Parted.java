package org.customervaluesquads.metricsservice.reckoning;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.customervaluesquads.metricsservice.reckoning.Measure.Statistic;

/**
 * The tallies of one window as measures part them. Many metrics share a measure, and each asks for it several times: each goes
 * through the tallies once, and is made once of each part. Measures of customers that tell no types apart share the sets of
 * all types together, as uniting sets takes longer than all else.
 */
final class Parted {

    private final Map<Facts, List<Tally>> byKind;
    private final IdentityHashMap<Measure, SortedMap<String, List<Tally>>> byMeasure = new IdentityHashMap<>();
    private final Map<Facts, List<Tally>> ofAllTypes = new EnumMap<>(Facts.class);
    private final IdentityHashMap<Measure, Map<String, Estimate>> made = new IdentityHashMap<>();
    private final Map<Set<Customers>, Estimate> counted = new HashMap<>();

    Parted(List<Tally> tallies) {
        byKind = tallies.stream()
                .collect(Collectors.groupingBy(
                        tally -> tally.alike().kind(), () -> new EnumMap<>(Facts.class), Collectors.toList()));
    }

    /** The parts that a measure finds; the one part without a name where nothing splits the facts. */
    Set<String> parts(Measure measure) {
        return parted(measure).keySet();
    }

    /** The facts of one part, in the order in which they came. */
    List<Tally> of(Measure measure, String part) {
        return parted(measure).getOrDefault(part, List.of());
    }

    /** The measure of the facts of one part. */
    Estimate made(Measure measure, String part) {
        return made.computeIfAbsent(measure, this::makeAll).computeIfAbsent(part, first -> measure.of(List.of()));
    }

    private Map<String, Estimate> makeAll(Measure measure) {
        SortedMap<String, List<Tally>> parts = measure.of().isOfCustomers() && !measure.tellsTypesApart()
                ? measure.part(ofAllTypes.computeIfAbsent(measure.which().facts(), this::togetherByType))
                : parted(measure);
        Map<String, Estimate> estimates = new HashMap<>();
        parts.forEach((part, selected) -> estimates.put(part, make(measure, selected)));
        return estimates;
    }

    /** A channel that is the only one of its tactic has the same customers: they are united once. */
    private Estimate make(Measure measure, List<Tally> selected) {
        if (measure.of() != Statistic.CUSTOMERS) {
            return measure.of(selected);
        }
        Set<Customers> sets = selected.stream().map(Tally::customers).collect(Collectors.toSet());
        return counted.computeIfAbsent(sets, first -> measure.of(selected));
    }

    private List<Tally> togetherByType(Facts kind) {
        Tallies together = new Tallies();
        of(kind).stream().map(Tally::customersOfAnyType).forEach(together::add);
        return together.summed();
    }

    private SortedMap<String, List<Tally>> parted(Measure measure) {
        return byMeasure.computeIfAbsent(
                measure, first -> first.part(of(first.which().facts())));
    }

    private List<Tally> of(Facts kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
