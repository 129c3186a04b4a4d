/** Restatements as server-sent events. */
@NullMarked
package org.customervaluesquads.metricsservice.streaming.rest;

import org.jspecify.annotations.NullMarked;
