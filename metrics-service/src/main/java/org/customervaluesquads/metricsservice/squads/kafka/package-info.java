/** Squads as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.squads.kafka;

import org.jspecify.annotations.NullMarked;
