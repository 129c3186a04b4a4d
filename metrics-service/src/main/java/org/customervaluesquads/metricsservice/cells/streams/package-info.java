/** The topology that sums signals into cells, and what the container must know of it. */
@NullMarked
package org.customervaluesquads.metricsservice.cells.streams;

import org.jspecify.annotations.NullMarked;
