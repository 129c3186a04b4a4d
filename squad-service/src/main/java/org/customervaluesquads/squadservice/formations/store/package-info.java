/** Candidates in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.formations.store;

import org.jspecify.annotations.NullMarked;
