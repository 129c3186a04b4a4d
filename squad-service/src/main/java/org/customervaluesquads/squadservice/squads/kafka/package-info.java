/** What is told of squads on Kafka, by way of the outbox. */
@NullMarked
package org.customervaluesquads.squadservice.squads.kafka;

import org.jspecify.annotations.NullMarked;
