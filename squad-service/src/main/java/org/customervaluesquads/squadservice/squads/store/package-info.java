/** Squads and their memberships in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.squads.store;

import org.jspecify.annotations.NullMarked;
