/** Reckoning: what the outcomes of each squad's customers are across all silos. */
@NullMarked
package org.customervaluesquads.metricsservice;

import org.jspecify.annotations.NullMarked;
