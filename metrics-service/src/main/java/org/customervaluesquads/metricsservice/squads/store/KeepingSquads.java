package org.customervaluesquads.metricsservice.squads.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.metricsservice.calendars.Calendar;

/** Keeps each squad as it was last published. */
@ApplicationScoped
public class KeepingSquads {

    private final Squads squads;
    private final SquadEpoch epoch;
    private final Clock clock;

    KeepingSquads(Squads squads, SquadEpoch epoch, Clock clock) {
        this.squads = squads;
        this.epoch = epoch;
        this.clock = clock;
    }

    /**
     * Keeps one squad, if it is newer than what is kept. A transaction for each: it waits for a reckoning of that squad
     * to end, and must not hold up writers meanwhile, so the squad's row is locked before the epoch.
     */
    @Transactional
    public void keep(SquadPublished published) {
        Optional<SquadRow> kept = squads.lock(published.squadId());
        if (kept.isPresent() && kept.get().version >= published.version()) {
            return;
        }
        epoch.raise();
        kept.ifPresentOrElse(
                row -> row.change(published), () -> squads.persist(SquadRow.of(published, LocalDate.now(clock))));
    }

    /** Has a squad's days begin by this calendar, and reckons it anew if that is another one. */
    @Transactional
    public void keepCalendar(String squadId, Calendar calendar) {
        squads.lock(squadId).ifPresent(row -> row.keep(calendar));
    }
}
