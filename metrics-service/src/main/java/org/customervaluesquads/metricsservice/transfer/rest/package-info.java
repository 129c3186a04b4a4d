/** Transfer over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.transfer.rest;

import org.jspecify.annotations.NullMarked;
