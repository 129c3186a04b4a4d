/** Requests that may be sent again and create one thing all the same. */
@NullMarked
package org.customervaluesquads.squadservice.idempotency;

import org.jspecify.annotations.NullMarked;
