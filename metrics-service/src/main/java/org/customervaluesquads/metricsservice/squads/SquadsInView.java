package org.customervaluesquads.metricsservice.squads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.listening.Traced;

/** All squads, as they were at one epoch; found by region, since most of them have some. */
public final class SquadsInView {

    private final long epoch;
    private final Map<String, List<Squad>> byRegion = new HashMap<>();
    private final List<Squad> everywhere = new ArrayList<>();

    /**
     * A view of these squads.
     *
     * @param epoch rises with every squad that is new or changed
     */
    public SquadsInView(long epoch, Collection<Squad> squads) {
        this.epoch = epoch;
        for (Squad squad : squads) {
            Set<String> regions = squad.scope().regions();
            if (regions.isEmpty()) {
                everywhere.add(squad);
            }
            regions.forEach(region ->
                    byRegion.computeIfAbsent(region, first -> new ArrayList<>()).add(squad));
        }
    }

    /** At which epoch squads were so. */
    public long epoch() {
        return epoch;
    }

    /** Which hours of which squads these facts touch, each with the trace of the last fact that does. */
    public Collection<Traced<TouchedHour>> touchedBy(Collection<Traced<FactAt>> facts) {
        Map<FactAt, Traced<FactAt>> places = new LinkedHashMap<>();
        facts.forEach(fact -> places.put(fact.its(), fact));
        Map<TouchedHour, Traced<TouchedHour>> touched = new LinkedHashMap<>();
        for (Traced<FactAt> fact : places.values()) {
            touch(fact, everywhere, touched);
            for (String region : fact.its().attributes().regions()) {
                touch(fact, byRegion.getOrDefault(region, List.of()), touched);
            }
        }
        return touched.values();
    }

    private static void touch(
            Traced<FactAt> fact, List<Squad> candidates, Map<TouchedHour, Traced<TouchedHour>> touched) {
        for (Squad squad : candidates) {
            if (squad.scope().holds(fact.its().attributes())) {
                TouchedHour hour = new TouchedHour(squad.squadId(), fact.its().hour());
                touched.put(hour, fact.map(its -> hour));
            }
        }
    }
}
