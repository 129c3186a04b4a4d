package org.customervaluesquads.signalservice.intents.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.Customer.Standing;
import org.customervaluesquads.signalservice.intents.Explained;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.rest.Ranking.Place;
import org.customervaluesquads.signalservice.intents.rest.SquadIntentsView.Entry;
import org.customervaluesquads.signalservice.intents.streams.Customers;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.streams.WhoIsWho;

/**
 * Reads intents from the states of the customers, here and on the other instances.
 *
 * <p>A squad is a view, so its answer is found by looking at every customer with the squad's scope of this moment and
 * the decay of this moment; nothing is kept per squad that a changed scope or the passing of time could make wrong. Only
 * the best entries are held while looking.
 */
@ApplicationScoped
class ReadingIntents {

    /** Ids can have been each other's; following them ends. */
    private static final int HOPS_MAX = 8;

    private final Customers customers;
    private final WhoIsWho who;
    private final Consents consents;
    private final Weighings weighings;
    private final SquadScopes squads;
    private final Instances instances;
    private final Clock clock;

    ReadingIntents(
            Customers customers,
            WhoIsWho who,
            Consents consents,
            Weighings weighings,
            SquadScopes squads,
            Instances instances,
            Clock clock) {
        this.customers = customers;
        this.who = who;
        this.consents = consents;
        this.weighings = weighings;
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
        Weighing weighing = weighings.current();
        return customer.standings(weighing, now).stream()
                .map(standing -> IntentView.from(Explained.of(standing, customer, weighing, now)))
                .sorted(Comparator.comparingDouble(IntentView::score).reversed())
                .toList();
    }

    /** An account's intents, wherever it is held. */
    Optional<AccountIntentsView> ofAccount(String id, boolean onlyHere) {
        Optional<OtherInstance> holder =
                onlyHere ? Optional.empty() : instances.holding(id, Scoring.Stores.ACCOUNTS.states());
        if (holder.isEmpty()) {
            Instant now = clock.instant();
            return customers.findAccount(id).map(account -> new AccountIntentsView(id, now, standingsOf(account, now)));
        }
        try {
            return Optional.of(holder.get().account(id, instances.name()));
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }

    /** How a squad's question is understood now. */
    Ranking understood(AskedOfSquad asked) {
        return Ranking.of(asked, weighings.current().catalogue(), clock.instant());
    }

    Optional<SquadIntentsView> ofSquad(String squadId, AskedOfSquad asked, Ranking ranking, boolean onlyHere) {
        return squads.find(squadId).map(scope -> {
            Best best = new Best(asked.limit);
            Weighing weighing = weighings.current();
            Instances.Holders holders = instances.holdersOf(Scoring.Stores.CUSTOMERS.states());
            if (onlyHere || holders.includeThisOne()) {
                customers.forEach((id, customer) -> offerAll(best, id, customer, scope, ranking, weighing));
            }
            if (!onlyHere) {
                for (OtherInstance other : holders.others(OtherInstance.class)) {
                    other.squad(squadId, asked, instances.name()).customers().forEach(best::offer);
                }
                holders.requireUnmoved();
            }
            List<Entry> bestFirst = best.inOrder();
            String next = best.isCut() ? ranking.next(Best.placeOf(bestFirst.getLast())) : null;
            return new SquadIntentsView(squadId, ranking.moment(), bestFirst, next);
        });
    }

    private void offerAll(Best best, String id, Customer own, Scope scope, Ranking ranking, Weighing weighing) {
        Known known = who.find(id);
        Customer customer = who.whole(id, known, own);
        if (!scope.holds(customer.attributes())
                || !consents.lackedBy(customer.attributes().regions(), known).isEmpty()) {
            return;
        }
        for (Standing standing : customer.standings(weighing, ranking.moment())) {
            Place place = ranking.place(id, customer, standing);
            if (ranking.wants(standing) && ranking.isBehind(place)) {
                best.offer(place, () -> IntentView.from(Explained.of(standing, customer, weighing, ranking.moment())));
            }
        }
    }
}
