/** Engagement cells: all signals of one hour with equal attributes, summed. */
@NullMarked
package org.customervaluesquads.metricsservice.cells;

import org.jspecify.annotations.NullMarked;
