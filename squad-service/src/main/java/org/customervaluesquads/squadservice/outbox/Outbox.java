package org.customervaluesquads.squadservice.outbox;

import java.time.Instant;
import org.customervaluesquads.contracts.Topic;

/** Where messages wait that are to leave when, and only when, the transaction is committed. */
public interface Outbox {

    /**
     * Leaves a message. Messages of one key leave in the order in which they were left, provided that who leaves them
     * holds what the key names until the transaction ends.
     *
     * @param cause the event that the message tells of, by which a reader knows it again
     */
    <V> void leave(Topic<V> topic, String key, V message, Cause cause);

    /** The event that a message tells of. */
    record Cause(String eventId, String type, Instant occurredAt) {}
}
