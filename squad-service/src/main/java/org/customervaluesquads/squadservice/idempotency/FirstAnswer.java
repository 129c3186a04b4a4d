package org.customervaluesquads.squadservice.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered when something was written, to be answered again whatever has become of it since.
 *
 * @param location where what is new is; absent where nothing is
 * @param version absent where it has none
 * @param body as JSON; absent where none is shown
 */
public record FirstAnswer(
        @Nullable String location,
        @Nullable Long version,
        @Nullable String body) {}
