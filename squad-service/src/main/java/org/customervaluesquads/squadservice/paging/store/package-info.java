/** Pages of lists from PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.paging.store;

import org.jspecify.annotations.NullMarked;
