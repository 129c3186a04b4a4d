package org.customervaluesquads.squadservice.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered when something was created, to be answered again whatever has become of it since.
 *
 * @param location where it is
 * @param version absent where it has none
 * @param body as JSON; absent where none is shown
 */
public record FirstAnswer(
        String location, @Nullable Long version, @Nullable String body) {}
