/** Where a metric is heading, with honest bounds. */
@NullMarked
package org.customervaluesquads.metricsservice.forecasting;

import org.jspecify.annotations.NullMarked;
