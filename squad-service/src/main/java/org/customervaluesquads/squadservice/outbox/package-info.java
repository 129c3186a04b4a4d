/** Messages that leave with the transaction that wrote them, or not at all. */
@NullMarked
package org.customervaluesquads.squadservice.outbox;

import org.jspecify.annotations.NullMarked;
