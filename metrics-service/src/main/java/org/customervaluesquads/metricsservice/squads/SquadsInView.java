package org.customervaluesquads.metricsservice.squads;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.listening.Traced;

/**
 * All squads, as they were at one epoch.
 *
 * @param epoch rises with every squad that is new or changed
 */
public record SquadsInView(long epoch, List<Squad> squads) {

    /** Which hours of which squads these facts touch, each with the trace of the last fact that does. */
    public Collection<Traced<TouchedHour>> touchedBy(Collection<Traced<FactAt>> facts) {
        Map<FactAt, Traced<FactAt>> places = new LinkedHashMap<>();
        facts.forEach(fact -> places.put(fact.its(), fact));
        Map<TouchedHour, Traced<TouchedHour>> touched = new LinkedHashMap<>();
        for (Traced<FactAt> fact : places.values()) {
            for (Squad squad : squads) {
                if (squad.scope().holds(fact.its().attributes())) {
                    TouchedHour hour =
                            new TouchedHour(squad.squadId(), fact.its().hour());
                    touched.put(hour, fact.map(its -> hour));
                }
            }
        }
        return touched.values();
    }
}
