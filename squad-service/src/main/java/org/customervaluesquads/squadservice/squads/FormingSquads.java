package org.customervaluesquads.squadservice.squads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Forms squads, still without people. */
@ApplicationScoped
public class FormingSquads {

    private final Squads squads;
    private final Announcements announcements;
    private final Clock clock;

    FormingSquads(Squads squads, Announcements announcements, Clock clock) {
        this.squads = squads;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Forms a squad under this id. */
    @Transactional
    public Squad form(UUID id, Charter charter) {
        Squad squad = Squad.formed(id, charter, clock.instant());
        squads.add(squad);
        announcements.announce(new SquadEvent.Formed(charter.name(), charter.mission(), charter.scope()), squad);
        return squad;
    }
}
