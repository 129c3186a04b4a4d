package org.customervaluesquads.squadservice.squads.kafka;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.outbox.Outbox;
import org.customervaluesquads.squadservice.people.Colleague;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.squads.Announcements;
import org.customervaluesquads.squadservice.squads.CostSteps;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadEvent;

/** Announcements: the event to the chronicle, the squad as it is now to {@code squads} by way of the outbox. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {

    private final Chronicle chronicle;
    private final Outbox outbox;
    private final People people;
    private final Clock clock;

    OutboxAnnouncements(Chronicle chronicle, Outbox outbox, People people, Clock clock) {
        this.chronicle = chronicle;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void announce(SquadEvent event, Squad squad) {
        Outbox.Cause cause =
                chronicle.record(new Happening(squad.id(), squad.version(), event.named(), squad.changedAt(), event));
        outbox.leave(Topics.SQUADS, squad.id().toString(), published(squad), cause);
    }

    private SquadPublished published(Squad squad) {
        List<UUID> everyone = squad.memberships().stream()
                .map(Membership::personId)
                .distinct()
                .toList();
        Map<UUID, Colleague> known = people.colleagues(everyone);
        return squad.published(
                CostSteps.of(
                        squad.memberships(), id -> requireNonNull(known.get(id)).costRates()),
                LocalDate.now(clock));
    }
}
