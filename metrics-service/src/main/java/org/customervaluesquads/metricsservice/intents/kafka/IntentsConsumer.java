package org.customervaluesquads.metricsservice.intents.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.intents.HighIntents;
import org.customervaluesquads.metricsservice.intents.Told;
import org.customervaluesquads.metricsservice.intents.store.HighIntentHours;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the high ones among the intents. */
@ApplicationScoped
class IntentsConsumer {

    private final ReadableRecords<IntentChanged> records =
            ReadableRecords.of("intents", Topics.INTENTS, Plausibility::flaw);
    private final HighIntentHours hours;

    IntentsConsumer(HighIntentHours hours) {
        this.hours = hours;
    }

    @Incoming("intents")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        hours.keep(records.toldIn(batch, Told::new).stream()
                .filter(told -> HighIntents.include(told.its().intent()))
                .toList());
    }
}
