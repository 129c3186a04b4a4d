/** Customer value over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.customervalue.rest;

import org.jspecify.annotations.NullMarked;
