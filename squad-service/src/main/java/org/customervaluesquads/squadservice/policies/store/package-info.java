/** Policies in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.policies.store;

import org.jspecify.annotations.NullMarked;
