package org.customervaluesquads.squadservice.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.SquadEventRecorded;

/** What happened to squads, to be read again. */
public interface PastEvents {

    /** At most so many events of a squad in order, beginning after a place. */
    List<Placed> page(UUID squadId, long after, int most);

    /** All that happened to a squad up to the moment, in order. */
    List<SquadEventRecorded> upTo(Instant moment, UUID squadId);

    /** An event, and its place in the order of all. */
    record Placed(long place, SquadEventRecorded event) {}
}
