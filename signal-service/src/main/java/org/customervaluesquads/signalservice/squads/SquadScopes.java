package org.customervaluesquads.signalservice.squads;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;

/**
 * Which squad looks after whom, as this instance knows it; follows the compacted topic. Disbanded squads are gone.
 *
 * <p>Squads are found by the regions of their scopes first: with each intent that changes, most squads would otherwise be
 * looked at only to be passed over.
 */
public final class SquadScopes {

    private static final String DISBANDED = "disbanded";

    /** Under this the squads stand that have no region of their own; no region is empty. */
    private static final String EVERYWHERE = "";

    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Scope>> byRegion = new ConcurrentHashMap<>();

    /** Takes in a squad as it is now. */
    public void remember(SquadPublished squad) {
        if (squad.stage().equals(DISBANDED)) {
            forget(squad.squadId());
            return;
        }
        Scope scope = squad.scope();
        Scope before = scopes.put(squad.squadId(), scope);
        for (String region : regionsOf(scope)) {
            byRegion.computeIfAbsent(region, unknown -> new ConcurrentHashMap<>())
                    .put(squad.squadId(), scope);
        }
        if (before != null) {
            Set<String> now = regionsOf(scope);
            regionsOf(before).stream()
                    .filter(region -> !now.contains(region))
                    .forEach(region -> remove(region, squad.squadId()));
        }
    }

    /** Forgets a squad that was removed. */
    public void forget(String squadId) {
        Scope before = scopes.remove(squadId);
        if (before != null) {
            regionsOf(before).forEach(region -> remove(region, squadId));
        }
    }

    /** The scope of a squad that is not disbanded. */
    public Optional<Scope> find(String squadId) {
        return Optional.ofNullable(scopes.get(squadId));
    }

    /** The ids of the squads in whose scope a customer is, in their order. */
    public SortedSet<String> squadsOf(Scope.Attributes customer) {
        SortedSet<String> found = new TreeSet<>();
        addThoseOf(EVERYWHERE, customer, found);
        for (String region : customer.regions()) {
            addThoseOf(region, customer, found);
        }
        return found;
    }

    private void addThoseOf(String region, Scope.Attributes customer, Collection<String> found) {
        byRegion.getOrDefault(region, Map.of()).forEach((squadId, scope) -> {
            if (scope.holds(customer)) {
                found.add(squadId);
            }
        });
    }

    private void remove(String region, String squadId) {
        byRegion.computeIfPresent(region, (name, squads) -> {
            squads.remove(squadId);
            return squads.isEmpty() ? null : squads;
        });
    }

    private static Set<String> regionsOf(Scope scope) {
        return scope.regions().isEmpty() ? Set.of(EVERYWHERE) : scope.regions();
    }
}
