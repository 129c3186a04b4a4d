package org.customervaluesquads.metricsservice.reckoning;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.customervaluesquads.metricsservice.customers.Estimate;

/**
 * The tallies of one window as measures part them. Many metrics share a measure, and each asks for it several times: each goes
 * through the tallies once, and is made once of each part.
 */
final class Parted {

    private final List<Tally> tallies;
    private final IdentityHashMap<Measure, SortedMap<String, List<Tally>>> byMeasure = new IdentityHashMap<>();
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
        return made.computeIfAbsent(measure, first -> new HashMap<>())
                .computeIfAbsent(part, first -> measure.of(of(measure, part)));
    }

    private SortedMap<String, List<Tally>> parted(Measure measure) {
        return byMeasure.computeIfAbsent(measure, first -> first.part(tallies));
    }
}
