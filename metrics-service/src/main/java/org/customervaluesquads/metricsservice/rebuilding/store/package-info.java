/** Emptying what the log holds whole. */
@NullMarked
package org.customervaluesquads.metricsservice.rebuilding.store;

import org.jspecify.annotations.NullMarked;
