/** Evidence on cycles over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.experiments.rest;

import org.jspecify.annotations.NullMarked;
