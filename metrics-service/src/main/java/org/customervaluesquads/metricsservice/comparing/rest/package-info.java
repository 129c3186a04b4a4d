/** Comparisons over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.comparing.rest;

import org.jspecify.annotations.NullMarked;
