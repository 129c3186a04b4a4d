/** The cells' table. */
@NullMarked
package org.customervaluesquads.metricsservice.cells.store;

import org.jspecify.annotations.NullMarked;
