package org.customervaluesquads.metricsservice.squads;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All squads, as they were at one epoch.
 *
 * @param epoch rises with every squad that is new or changed
 */
public record SquadsInView(long epoch, List<Squad> squads) {

    /** Which hours of which squads these facts touch. */
    public Set<TouchedHour> touchedBy(Collection<FactAt> facts) {
        Set<TouchedHour> touched = new HashSet<>();
        for (FactAt fact : Set.copyOf(facts)) {
            for (Squad squad : squads) {
                if (squad.scope().holds(fact.attributes())) {
                    touched.add(new TouchedHour(squad.squadId(), fact.hour()));
                }
            }
        }
        return touched;
    }
}
