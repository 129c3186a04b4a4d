/** What is told of policies on Kafka, by way of the outbox. */
@NullMarked
package org.customervaluesquads.squadservice.policies.kafka;

import org.jspecify.annotations.NullMarked;
