/** What happened to squads, kept for ever in the order in which it happened. */
@NullMarked
package org.customervaluesquads.squadservice.history;

import org.jspecify.annotations.NullMarked;
