/** Silos over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.silos.rest;

import org.jspecify.annotations.NullMarked;
