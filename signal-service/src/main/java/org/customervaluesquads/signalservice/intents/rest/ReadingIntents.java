package org.customervaluesquads.signalservice.intents.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.rest.SquadIntentsView.Entry;
import org.customervaluesquads.signalservice.intents.streams.Customers;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.jspecify.annotations.Nullable;

/**
 * Reads intents from the states of the customers, here and on the other instances.
 *
 * <p>A squad is a view, so its answer is found by looking at every customer with the squad's scope of this moment and
 * the decay of this moment; nothing is kept per squad that a changed scope or the passing of time could make wrong. Only
 * the best entries are held while looking.
 */
@ApplicationScoped
class ReadingIntents {

    private static final Comparator<Entry> WORST_FIRST = Comparator.comparingDouble(
                    (Entry entry) -> entry.standing().score())
            .thenComparing(Entry::customerId, Comparator.reverseOrder());

    private final Customers customers;
    private final IntentCatalogue catalogue;
    private final SquadScopes squads;
    private final Instances instances;
    private final Clock clock;

    ReadingIntents(
            Customers customers, IntentCatalogue catalogue, SquadScopes squads, Instances instances, Clock clock) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.squads = squads;
        this.instances = instances;
        this.clock = clock;
    }

    Optional<CustomerIntentsView> ofCustomer(String id, boolean onlyHere) {
        Optional<OtherInstance> holder = onlyHere ? Optional.empty() : instances.holding(id);
        if (holder.isPresent()) {
            try {
                return Optional.of(holder.get().customer(id, instances.name()));
            } catch (NotFoundException unknown) {
                return Optional.empty();
            }
        }
        Instant now = clock.instant();
        return customers
                .find(id)
                .map(customer -> new CustomerIntentsView(
                        id,
                        now,
                        customer.standings(catalogue, now).stream()
                                .map(IntentView::from)
                                .sorted(Comparator.comparingDouble(IntentView::score)
                                        .reversed())
                                .toList()));
    }

    Optional<SquadIntentsView> ofSquad(String squadId, @Nullable String intent, int limit, boolean onlyHere) {
        return squads.find(squadId).map(scope -> {
            Instant now = clock.instant();
            PriorityQueue<Entry> best = new PriorityQueue<>(limit + 1, WORST_FIRST);
            customers.forEach((id, customer) -> offerAll(best, limit, id, customer, scope, intent, now));
            if (!onlyHere) {
                for (OtherInstance other : instances.others()) {
                    other.squad(squadId, intent, limit, instances.name())
                            .customers()
                            .forEach(entry -> offer(best, limit, entry));
                }
            }
            List<Entry> bestFirst = new ArrayList<>(best);
            bestFirst.sort(WORST_FIRST.reversed());
            return new SquadIntentsView(squadId, now, bestFirst);
        });
    }

    private void offerAll(
            PriorityQueue<Entry> best,
            int limit,
            String id,
            Customer customer,
            Scope scope,
            @Nullable String intent,
            Instant now) {
        if (scope.holds(customer.attributes())) {
            customer.standings(catalogue, now).stream()
                    .filter(standing ->
                            intent == null || intent.equals(standing.intent().name()))
                    .forEach(standing -> offer(best, limit, new Entry(id, IntentView.from(standing))));
        }
    }

    private static void offer(PriorityQueue<Entry> best, int limit, Entry entry) {
        best.add(entry);
        if (best.size() > limit) {
            best.poll();
        }
    }
}
