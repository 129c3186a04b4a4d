/** People in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.people.store;

import org.jspecify.annotations.NullMarked;
