package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.UnitingCustomers;
import org.customervaluesquads.metricsservice.reckoning.Tally.Alike;
import org.jspecify.annotations.Nullable;

/** Adds tallies up as they come; those of alike facts become one, in whichever order. */
public final class Tallies {

    private final Map<Alike, Sum> sums = new HashMap<>();

    /** Adds one. */
    public void add(Tally tally) {
        sums.computeIfAbsent(tally.alike(), first -> new Sum()).add(tally);
    }

    /** Adds customers to those of alike facts, who are counted otherwise. */
    public void addCustomers(Alike alike, Customers customers) {
        sums.computeIfAbsent(alike, first -> new Sum()).customers.add(customers);
    }

    /** Adds many. */
    public void addAll(Iterable<Tally> tallies) {
        tallies.forEach(this::add);
    }

    /** The sums so far. */
    public List<Tally> summed() {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().as(sum.getKey()))
                .toList();
    }

    private static final class Sum {

        private final UnitingCustomers customers = new UnitingCustomers();
        private final Map<String, List<Numbers>> numbers = new HashMap<>();
        private long count;
        private BigDecimal amount = BigDecimal.ZERO;
        private @Nullable Instant newestAt;

        void add(Tally tally) {
            count += tally.count();
            amount = amount.add(tally.amount());
            customers.add(tally.customers());
            tally.numbers()
                    .forEach((name, more) -> numbers.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(more));
            Instant at = tally.newestAt();
            if (at != null && (newestAt == null || at.isAfter(newestAt))) {
                newestAt = at;
            }
        }

        Tally as(Alike alike) {
            Map<String, Numbers> together = new HashMap<>();
            numbers.forEach((name, parts) ->
                    together.put(name, parts.size() == 1 ? parts.getFirst() : Numbers.together(parts)));
            return new Tally(alike, count, amount, customers.united(), Map.copyOf(together), newestAt);
        }
    }
}
