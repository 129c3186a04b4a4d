package org.customervaluesquads.squadservice.history.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.history.PastEvents;
import org.customervaluesquads.squadservice.outbox.Outbox;

/** The chronicle as rows that are written in the transaction of what they tell of, each with its message. */
@ApplicationScoped
class PanacheChronicle implements Chronicle, PastEvents, PanacheRepositoryBase<SquadEventRow, Long> {

    private final Outbox outbox;
    private final Supplier<UUID> ids;

    PanacheChronicle(Outbox outbox, Supplier<UUID> ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Outbox.Cause record(Happening happening) {
        String squadId = happening.squadId().toString();
        Outbox.Cause cause = new Outbox.Cause(ids.get().toString(), happening.event(), happening.occurredAt());
        JsonNode details = StoredJson.tree(happening.details());
        persist(row(happening, cause.eventId(), details));
        outbox.leave(
                Topics.SQUAD_EVENTS,
                squadId,
                new SquadEventRecorded(
                        cause.eventId(),
                        squadId,
                        happening.version(),
                        happening.event(),
                        happening.occurredAt(),
                        details),
                cause);
        return cause;
    }

    @Override
    public List<Placed> page(UUID squadId, long after, int most) {
        return find("squadId = ?1 and sequence > ?2 order by sequence", squadId, after)
                .range(0, most - 1)
                .list()
                .stream()
                .map(row -> new Placed(row.sequence, row.event()))
                .toList();
    }

    @Override
    public List<SquadEventRecorded> upTo(Instant moment, UUID squadId) {
        return list("squadId = ?1 and occurredAt <= ?2 order by sequence", squadId, moment).stream()
                .map(SquadEventRow::event)
                .toList();
    }

    private static SquadEventRow row(Happening happening, String eventId, JsonNode details) {
        SquadEventRow row = new SquadEventRow();
        row.eventId = eventId;
        row.squadId = happening.squadId();
        row.version = happening.version();
        row.event = happening.event();
        row.occurredAt = happening.occurredAt();
        row.details = details.toString();
        return row;
    }
}
