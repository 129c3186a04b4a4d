/** The outcome ledger: each outcome one row, counted once. */
@NullMarked
package org.customervaluesquads.metricsservice.ledger;

import org.jspecify.annotations.NullMarked;
