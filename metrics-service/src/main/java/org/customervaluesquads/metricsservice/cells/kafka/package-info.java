/** Cells as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.cells.kafka;

import org.jspecify.annotations.NullMarked;
