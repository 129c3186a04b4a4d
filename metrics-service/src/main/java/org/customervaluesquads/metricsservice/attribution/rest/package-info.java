/** Attribution over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.attribution.rest;

import org.jspecify.annotations.NullMarked;
