package org.customervaluesquads.squadservice.outbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.squadservice.outbox.MessagesLeft;
import org.customervaluesquads.squadservice.outbox.Outbox;
import org.customervaluesquads.squadservice.outbox.rest.TraceContext;

/** The outbox as rows that are written in the transaction of whatever they tell of. */
@ApplicationScoped
class PanacheOutbox implements Outbox, PanacheRepositoryBase<OutboxRow, Long> {

    private final TraceContext trace;
    private final Event<MessagesLeft> messagesLeft;
    private final Clock clock;

    PanacheOutbox(TraceContext trace, Event<MessagesLeft> messagesLeft, Clock clock) {
        this.trace = trace;
        this.messagesLeft = messagesLeft;
        this.clock = clock;
    }

    @Override
    public <V> void leave(Topic<V> topic, String key, V message, Cause cause) {
        OutboxRow row = new OutboxRow();
        row.topic = topic.name();
        row.key = key;
        row.value = json(message);
        row.eventId = cause.eventId();
        row.type = cause.type();
        row.occurredAt = cause.occurredAt();
        row.traceParent = trace.parent();
        row.leftAt = clock.instant();
        persist(row);
        messagesLeft.fire(new MessagesLeft());
    }

    private static String json(Object message) {
        try {
            return MessageJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a message that cannot be written: " + message.getClass(), bug);
        }
    }
}
