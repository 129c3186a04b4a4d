package org.customervaluesquads.signalservice.squads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;

/** Which squad looks after whom, as this instance knows it; follows the compacted topic. Disbanded squads are gone. */
public final class SquadScopes {

    private static final String DISBANDED = "disbanded";

    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();

    /** Takes in a squad as it is now. */
    public void remember(SquadPublished squad) {
        if (squad.stage().equals(DISBANDED)) {
            scopes.remove(squad.squadId());
        } else {
            scopes.put(squad.squadId(), squad.scope());
        }
    }

    /** Forgets a squad that was removed. */
    public void forget(String squadId) {
        scopes.remove(squadId);
    }

    /** The scope of a squad that is not disbanded. */
    public Optional<Scope> find(String squadId) {
        return Optional.ofNullable(scopes.get(squadId));
    }

    /** The ids of the squads in whose scope a customer is. */
    public List<String> squadsOf(Scope.Attributes customer) {
        return scopes.entrySet().stream()
                .filter(squad -> squad.getValue().holds(customer))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
