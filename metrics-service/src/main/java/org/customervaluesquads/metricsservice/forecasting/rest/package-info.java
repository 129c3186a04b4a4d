/** Forecasts over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.forecasting.rest;

import org.jspecify.annotations.NullMarked;
