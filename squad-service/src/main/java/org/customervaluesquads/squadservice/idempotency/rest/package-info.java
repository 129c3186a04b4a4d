/** The {@code Idempotency-Key} header. */
@NullMarked
package org.customervaluesquads.squadservice.idempotency.rest;

import org.jspecify.annotations.NullMarked;
