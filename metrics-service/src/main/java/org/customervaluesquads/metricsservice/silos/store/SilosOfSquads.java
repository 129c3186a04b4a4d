package org.customervaluesquads.metricsservice.silos.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.customervaluesquads.metricsservice.customers.UnitingCustomers;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.store.FactTallies;
import org.customervaluesquads.metricsservice.reckoning.store.FactView;
import org.customervaluesquads.metricsservice.silos.SiloOverlap;
import org.customervaluesquads.metricsservice.silos.SiloShare;
import org.customervaluesquads.metricsservice.squads.Squad;

/** What the silos know of squads' customers. */
@ApplicationScoped
public class SilosOfSquads {

    private final FactTallies facts;
    private final CurrentDefinitions current;

    SilosOfSquads(FactTallies facts, CurrentDefinitions current) {
        this.facts = facts;
        this.current = current;
    }

    /** What the silos know. */
    public record Known(List<Silo> silos, List<SiloOverlap.Part> overlap) {}

    /**
     * What one silo knows.
     *
     * @param customers whom it has seen
     * @param newestAt when the newest of its facts occurred
     * @param lacking what the squad's metrics would lack without it
     */
    public record Silo(String name, Estimate customers, Instant newestAt, List<SiloShare.Lacking> lacking) {}

    /** What they know in a window, of the silos that see the most customers. */
    public Known of(Squad squad, Window window) {
        Definitions definitions = current.now();
        List<Tally> tallies = facts.in(List.of(new FactView(squad, List.of(window))), definitions)
                .getFirst()
                .getOrDefault(window, List.of());
        Map<String, UnitingCustomers> seen = new TreeMap<>();
        Map<String, Instant> newest = new TreeMap<>();
        for (Tally tally : tallies) {
            String silo = tally.alike().silo();
            Instant at = tally.newestAt();
            if (silo != null && at != null && tally.alike().kind() == Facts.ENGAGEMENT) {
                seen.computeIfAbsent(silo, first -> new UnitingCustomers()).add(tally.customers());
                newest.merge(silo, at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        SortedMap<String, Customers> sets = new TreeMap<>();
        seen.forEach((silo, uniting) -> sets.put(silo, uniting.united()));
        List<Silo> silos = new ArrayList<>();
        newest.forEach((silo, at) -> silos.add(new Silo(
                silo,
                sets.getOrDefault(silo, Customers.NOBODY).count(),
                at,
                SiloShare.of(silo, tallies, definitions))));
        return new Known(silos, SiloOverlap.of(largest(sets)));
    }

    private static SortedMap<String, Customers> largest(SortedMap<String, Customers> sets) {
        return sets.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Customers> silo) ->
                                silo.getValue().count().value())
                        .reversed())
                .limit(SiloOverlap.MOST_SILOS)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
