/** Skills in PostgreSQL. */
@NullMarked
package org.customervaluesquads.squadservice.skills.store;

import org.jspecify.annotations.NullMarked;
