package org.customervaluesquads.squadservice.history.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.outbox.Outbox;

/** The chronicle as rows that are written in the transaction of what they tell of, each with its message. */
@ApplicationScoped
class PanacheChronicle implements Chronicle, PanacheRepositoryBase<SquadEventRow, Long> {

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
