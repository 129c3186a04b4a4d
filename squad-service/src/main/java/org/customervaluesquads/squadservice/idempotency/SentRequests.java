package org.customervaluesquads.squadservice.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The requests that may come again. */
public interface SentRequests {

    /**
     * Keeps a request with the id for what it creates, unless one with its operation and key is there. While another
     * transaction is about to keep the same one, this waits for how it ends.
     */
    boolean keep(SentRequest request, UUID id, Instant receivedAt);

    /** Keeps what was answered to a request that is kept. */
    void answered(SentRequest request, FirstAnswer answer);

    /** The request of this operation and key. */
    Optional<Kept> find(String operation, String key);

    /** Forgets the requests that came before the moment. */
    void forgetBefore(Instant moment);

    /** A request that came, the id for what it created and what was answered. */
    record Kept(SentRequest request, UUID id, FirstAnswer answer) {}
}
