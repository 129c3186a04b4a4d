package org.customervaluesquads.squadservice.idempotency.rest;

import org.jspecify.annotations.Nullable;

/**
 * What is new: where it is, and how it is shown.
 *
 * @param version absent where it is never changed
 */
public record Created(String location, @Nullable Long version, Object view) {}
