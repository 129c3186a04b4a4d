/** Impact over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.impact.rest;

import org.jspecify.annotations.NullMarked;
