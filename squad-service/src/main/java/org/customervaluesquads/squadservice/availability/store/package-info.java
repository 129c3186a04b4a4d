/** Memberships of people in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.availability.store;

import org.jspecify.annotations.NullMarked;
