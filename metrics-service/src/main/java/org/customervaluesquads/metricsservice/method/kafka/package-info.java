/** Squads' events as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.method.kafka;

import org.jspecify.annotations.NullMarked;
