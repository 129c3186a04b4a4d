/** Identities as they arrive on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.identities.kafka;

import org.jspecify.annotations.NullMarked;
