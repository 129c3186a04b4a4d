package org.customervaluesquads.metricsservice.reckoning;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.customervaluesquads.metricsservice.customers.Estimate;

/**
 * The tallies of one window as measures part them. Many metrics share a measure, and each asks for it several times: each goes
 * through the tallies once, and is made once of each part. Measures of customers that tell no types apart share the sets of
 * all types together, as uniting sets takes longer than all else.
 */
final class Parted {

    private final List<Tally> tallies;
    private final IdentityHashMap<Measure, SortedMap<String, List<Tally>>> byMeasure = new IdentityHashMap<>();
    private final Map<Facts, List<Tally>> ofAllTypes = new EnumMap<>(Facts.class);
    private final IdentityHashMap<Measure, Map<String, Estimate>> made = new IdentityHashMap<>();

    Parted(List<Tally> tallies) {
        this.tallies = tallies;
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
        parts.forEach((part, selected) -> estimates.put(part, measure.of(selected)));
        return estimates;
    }

    private List<Tally> togetherByType(Facts kind) {
        Tallies together = new Tallies();
        tallies.stream()
                .filter(tally -> tally.alike().kind() == kind)
                .map(Tally::customersOfAnyType)
                .forEach(together::add);
        return together.summed();
    }

    private SortedMap<String, List<Tally>> parted(Measure measure) {
        return byMeasure.computeIfAbsent(measure, first -> first.part(tallies));
    }
}
