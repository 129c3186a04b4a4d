package org.customervaluesquads.metricsservice.reckoning;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The tallies of one window as measures part them. Many metrics share a measure, and each asks for it several times: each goes
 * through the tallies once.
 */
final class Parted {

    private final List<Tally> tallies;
    private final IdentityHashMap<Measure, SortedMap<String, List<Tally>>> byMeasure = new IdentityHashMap<>();

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

    private SortedMap<String, List<Tally>> parted(Measure measure) {
        return byMeasure.computeIfAbsent(measure, first -> first.part(tallies));
    }
}
