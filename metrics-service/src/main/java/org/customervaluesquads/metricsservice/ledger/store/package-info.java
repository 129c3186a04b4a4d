/** The ledger's table. */
@NullMarked
package org.customervaluesquads.metricsservice.ledger.store;

import org.jspecify.annotations.NullMarked;
