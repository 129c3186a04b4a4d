/** The keys of requests in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.idempotency.store;

import org.jspecify.annotations.NullMarked;
