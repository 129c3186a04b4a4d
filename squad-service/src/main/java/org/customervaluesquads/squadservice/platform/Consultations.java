package org.customervaluesquads.squadservice.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What squads have asked of the central platforms. */
public interface Consultations {

    /** Keeps a new request. */
    void add(Consultation consultation);

    /** Keeps a request in place of what was known under the same id. */
    void replace(Consultation consultation);

    /** The request with this id. */
    Optional<Consultation> find(UUID id);

    /** The request with this id, which nobody else can change before the transaction has ended. */
    Optional<Consultation> hold(UUID id);

    /** At most so many, of one squad and in one state where they are named, in order of their ids. */
    List<Consultation> page(@Nullable UUID squadId, Consultation.@Nullable State state, @Nullable UUID after, int most);
}
