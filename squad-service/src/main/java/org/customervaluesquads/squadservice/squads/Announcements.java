package org.customervaluesquads.squadservice.squads;

/** Where the world learns of squads: what happened, and the squad as it is after it. */
public interface Announcements {

    /** Tells of both when the transaction is committed, and of neither when it is not. */
    void announce(SquadEvent event, Squad squad);
}
