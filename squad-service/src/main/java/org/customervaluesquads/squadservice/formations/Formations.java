package org.customervaluesquads.squadservice.formations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proposals that were made. */
public interface Formations {

    /** Keeps proposals. */
    void add(Formation formation);

    /** Keeps that a squad was formed of the proposal with this number. */
    void formed(UUID formationId, int number, UUID squadId);

    /** The proposals with this id. */
    Optional<Formation> find(UUID id);

    /** The same, of which nobody else can form a squad before the transaction has ended. */
    Optional<Formation> hold(UUID id);

    /** At most so many, in order of their ids, beginning after one of them. */
    List<Formation> page(@Nullable UUID after, int most);
}
