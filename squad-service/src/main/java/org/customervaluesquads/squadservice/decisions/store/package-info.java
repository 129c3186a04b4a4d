/** Decisions and decision rights in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.decisions.store;

import org.jspecify.annotations.NullMarked;
