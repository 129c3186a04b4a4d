/** The ledger by customer and day. */
@NullMarked
package org.customervaluesquads.metricsservice.customervalue.store;

import org.jspecify.annotations.NullMarked;
