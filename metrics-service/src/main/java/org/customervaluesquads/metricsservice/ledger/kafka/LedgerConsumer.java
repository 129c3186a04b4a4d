package org.customervaluesquads.metricsservice.ledger.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.Outcomes;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.ledger.store.Ledger;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Enters the outcomes among the signals into the ledger. */
@ApplicationScoped
class LedgerConsumer {

    private final ReadableRecords<SignalRecorded> records =
            ReadableRecords.of("ledger", Topics.SIGNALS, Plausibility::flaw);
    private final Ledger ledger;

    LedgerConsumer(Ledger ledger) {
        this.ledger = ledger;
    }

    @Incoming("ledger")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void enter(ConsumerRecords<byte[], byte[]> batch) {
        ledger.enter(records.in(batch).stream().filter(Outcomes::include).toList());
    }
}
