/** Outcomes as they arrive on the topic of signals. */
@NullMarked
package org.customervaluesquads.metricsservice.ledger.kafka;

import org.jspecify.annotations.NullMarked;
