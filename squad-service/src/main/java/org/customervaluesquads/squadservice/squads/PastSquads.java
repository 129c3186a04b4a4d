package org.customervaluesquads.squadservice.squads;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Squads as they were. */
public interface PastSquads {

    /** The squad as it was known at the moment; empty when it was not there yet. */
    Optional<Squad> asOf(Instant moment, UUID id);
}
