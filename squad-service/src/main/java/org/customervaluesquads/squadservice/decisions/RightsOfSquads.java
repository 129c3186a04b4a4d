package org.customervaluesquads.squadservice.decisions;

import java.util.Optional;
import java.util.UUID;

/** The decision rights that squads were given. */
public interface RightsOfSquads {

    /** The rights of a squad, if it was given any. */
    Optional<DecisionRights> find(UUID squadId);

    /** Keeps rights in place of those before. */
    void keep(DecisionRights rights);
}
