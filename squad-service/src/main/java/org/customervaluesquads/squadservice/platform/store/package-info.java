/** Capabilities and requests in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.platform.store;

import org.jspecify.annotations.NullMarked;
