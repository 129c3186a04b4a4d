/** Restatements on their way to the topic. */
@NullMarked
package org.customervaluesquads.metricsservice.restating.kafka;

import org.jspecify.annotations.NullMarked;
