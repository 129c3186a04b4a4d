/** The ledger by unit and period. */
@NullMarked
package org.customervaluesquads.metricsservice.impact.store;

import org.jspecify.annotations.NullMarked;
