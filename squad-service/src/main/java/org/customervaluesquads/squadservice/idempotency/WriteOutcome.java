package org.customervaluesquads.squadservice.idempotency;

import java.util.UUID;

/** How a request to write something ended. */
public sealed interface WriteOutcome {

    /**
     * It is written, now or when the request came for the first time.
     *
     * @param id of what is new; nothing's where the request changes what was there
     */
    record Written(UUID id, FirstAnswer answer) implements WriteOutcome {}

    /** The key stands for a request with another content. */
    record KeyTaken(String key) implements WriteOutcome {}
}
