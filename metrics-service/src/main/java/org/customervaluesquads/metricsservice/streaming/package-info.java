/** Restatements as they happen, to whoever listens. */
@NullMarked
package org.customervaluesquads.metricsservice.streaming;

import org.jspecify.annotations.NullMarked;
