/** Layers of policies as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.policies.kafka;

import org.jspecify.annotations.NullMarked;
