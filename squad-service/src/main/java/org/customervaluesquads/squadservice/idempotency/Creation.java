package org.customervaluesquads.squadservice.idempotency;

import java.util.UUID;

/** How a request to create something ended. */
public sealed interface Creation {

    /** It is there, created now or when the request came for the first time. */
    record Created(UUID id, FirstAnswer answer) implements Creation {}

    /** The key stands for a request with another content. */
    record KeyTaken(String key) implements Creation {}
}
