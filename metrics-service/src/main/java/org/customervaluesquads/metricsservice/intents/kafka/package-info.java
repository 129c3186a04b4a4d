/** Intents as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.intents.kafka;

import org.jspecify.annotations.NullMarked;
