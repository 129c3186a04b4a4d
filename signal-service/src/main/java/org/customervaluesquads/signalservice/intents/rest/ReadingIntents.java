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
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.rest.SquadIntentsView.Entry;
import org.customervaluesquads.signalservice.intents.streams.Customers;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.streams.WhoIsWho;
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

    /** Ids can have been each other's; following them ends. */
    private static final int HOPS_MAX = 8;

    private final Customers customers;
    private final WhoIsWho who;
    private final Consents consents;
    private final IntentCatalogue catalogue;
    private final SquadScopes squads;
    private final Instances instances;
    private final Clock clock;

    ReadingIntents(
            Customers customers,
            WhoIsWho who,
            Consents consents,
            IntentCatalogue catalogue,
            SquadScopes squads,
            Instances instances,
            Clock clock) {
        this.customers = customers;
        this.who = who;
        this.consents = consents;
        this.catalogue = catalogue;
        this.squads = squads;
        this.instances = instances;
        this.clock = clock;
    }

    /** A customer's intents; an id that belongs to a customer is followed to it, from wherever it is asked first. */
    Optional<CustomerIntentsView> ofCustomer(String id, boolean onlyHere) {
        if (onlyHere) {
            return here(id);
        }
        Optional<CustomerIntentsView> found = whereverHeld(id);
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            String owner = found.map(CustomerIntentsView::partOf).orElse(null);
            if (owner == null) {
                return found;
            }
            found = whereverHeld(owner);
        }
        return found;
    }

    private Optional<CustomerIntentsView> whereverHeld(String id) {
        Optional<OtherInstance> holder = instances.holding(id);
        if (holder.isEmpty()) {
            return here(id);
        }
        try {
            return Optional.of(holder.get().customer(id, instances.name()));
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }

    private Optional<CustomerIntentsView> here(String id) {
        Instant now = clock.instant();
        Known known = who.find(id);
        if (known.owner() != null) {
            return Optional.of(new CustomerIntentsView(id, now, List.of(), null, known.owner()));
        }
        return customers.find(id).map(own -> {
            Customer customer = who.whole(id, known, own);
            Set<String> lacked = consents.lackedBy(customer.attributes().regions(), known);
            return lacked.isEmpty()
                    ? new CustomerIntentsView(id, now, standingsOf(customer, now), null, null)
                    : new CustomerIntentsView(
                            id, now, List.of(), "lacks consent to " + String.join(", ", lacked), null);
        });
    }

    private List<IntentView> standingsOf(Customer customer, Instant now) {
        return customer.standings(catalogue, now).stream()
                .map(IntentView::from)
                .sorted(Comparator.comparingDouble(IntentView::score).reversed())
                .toList();
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
            Customer own,
            Scope scope,
            @Nullable String intent,
            Instant now) {
        Known known = who.find(id);
        Customer customer = who.whole(id, known, own);
        if (scope.holds(customer.attributes())
                && consents.lackedBy(customer.attributes().regions(), known).isEmpty()) {
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
