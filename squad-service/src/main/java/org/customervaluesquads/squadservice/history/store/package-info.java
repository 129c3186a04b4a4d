/** The history of squads in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.history.store;

import org.jspecify.annotations.NullMarked;
