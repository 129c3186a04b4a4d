/** The definitions over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.defining.rest;

import org.jspecify.annotations.NullMarked;
