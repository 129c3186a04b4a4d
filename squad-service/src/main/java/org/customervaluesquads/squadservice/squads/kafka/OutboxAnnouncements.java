package org.customervaluesquads.squadservice.squads.kafka;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.outbox.Outbox;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.squads.Announcements;
import org.customervaluesquads.squadservice.squads.CostSteps;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadEvent;

/** Announcements by way of the outbox: the event to {@code squad-events}, the squad as it is now to {@code squads}. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {

    private static final ObjectMapper DETAILS =
            MessageJson.mapper().copy().enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);

    private final Outbox outbox;
    private final People people;
    private final Supplier<UUID> ids;
    private final Clock clock;

    OutboxAnnouncements(Outbox outbox, People people, Supplier<UUID> ids, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void announce(SquadEvent event, Squad squad) {
        String squadId = squad.id().toString();
        Outbox.Cause cause = new Outbox.Cause(ids.get().toString(), event.named(), squad.changedAt());
        JsonNode details = DETAILS.valueToTree(event);
        outbox.leave(
                Topics.SQUAD_EVENTS,
                squadId,
                new SquadEventRecorded(
                        cause.eventId(), squadId, squad.version(), event.named(), cause.occurredAt(), details),
                cause);
        outbox.leave(Topics.SQUADS, squadId, published(squad), cause);
    }

    private SquadPublished published(Squad squad) {
        List<UUID> everyone = squad.memberships().stream()
                .map(Membership::personId)
                .distinct()
                .toList();
        Map<UUID, Person> known = people.named(everyone);
        return squad.published(
                CostSteps.of(
                        squad.memberships(), id -> requireNonNull(known.get(id)).costRates()),
                LocalDate.now(clock));
    }
}
