/** Problem documents (RFC 9457) for everything that goes wrong over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.problems.rest;

import org.jspecify.annotations.NullMarked;
