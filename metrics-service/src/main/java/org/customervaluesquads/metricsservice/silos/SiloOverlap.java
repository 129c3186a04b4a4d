package org.customervaluesquads.metricsservice.silos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.Estimate;

/** Which customers are seen by which silos: each customer is in exactly one part, that of all silos that see it. */
public final class SiloOverlap {

    /** The parts double with each silo, so there are no more than so many. */
    public static final int MOST_SILOS = 8;

    private SiloOverlap() {}

    /** The customers whom exactly these silos see. */
    public record Part(List<String> silos, Estimate customers) {}

    /**
     * The parts that somebody is in, the largest first.
     *
     * @throws IllegalArgumentException if there are more silos than {@link #MOST_SILOS}
     */
    public static List<Part> of(SortedMap<String, Customers> bySilo) {
        if (bySilo.size() > MOST_SILOS) {
            throw new IllegalArgumentException("too many silos: " + bySilo.size());
        }
        List<String> silos = List.copyOf(bySilo.keySet());
        List<Customers> sets = List.copyOf(bySilo.values());
        List<Part> parts = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << silos.size(); chosen++) {
            Part part = part(silos, sets, chosen);
            if (part.customers().value().signum() > 0) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing((Part part) -> part.customers().value())
                .reversed()
                .thenComparing(part -> String.join(" ", part.silos())));
        return List.copyOf(parts);
    }

    private static Part part(List<String> silos, List<Customers> sets, int chosen) {
        List<String> names = new ArrayList<>();
        Customers seen = Customers.NOBODY;
        for (int i = 0; i < silos.size(); i++) {
            if ((chosen & 1 << i) != 0) {
                seen = names.isEmpty() ? sets.get(i) : seen.and(sets.get(i));
                names.add(silos.get(i));
            }
        }
        for (int i = 0; i < silos.size(); i++) {
            if ((chosen & 1 << i) == 0) {
                seen = seen.without(sets.get(i));
            }
        }
        return new Part(names, seen.count());
    }
}
