/** Restatements as they appear on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.streaming.kafka;

import org.jspecify.annotations.NullMarked;
