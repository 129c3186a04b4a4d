/** The relay from the outbox to Kafka. */
@NullMarked
package org.customervaluesquads.squadservice.outbox.kafka;

import org.jspecify.annotations.NullMarked;
