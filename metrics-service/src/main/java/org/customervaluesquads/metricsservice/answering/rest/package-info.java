/** Questions for a squad's metrics over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.answering.rest;

import org.jspecify.annotations.NullMarked;
