/** Cycles as they happen, and the evidence on them on its way to the topic. */
@NullMarked
package org.customervaluesquads.metricsservice.experiments.kafka;

import org.jspecify.annotations.NullMarked;
