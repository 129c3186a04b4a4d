/** Cycles, their evidence and failure budgets in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.cycles.store;

import org.jspecify.annotations.NullMarked;
