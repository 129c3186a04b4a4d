/** Requests that may be sent again and write one thing all the same. */
@NullMarked
package org.customervaluesquads.squadservice.idempotency;

import org.jspecify.annotations.NullMarked;
