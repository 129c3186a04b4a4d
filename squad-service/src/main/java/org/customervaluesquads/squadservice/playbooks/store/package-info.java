/** Playbooks and origins in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.playbooks.store;

import org.jspecify.annotations.NullMarked;
