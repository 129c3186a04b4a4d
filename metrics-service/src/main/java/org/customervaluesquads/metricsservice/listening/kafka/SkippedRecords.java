package org.customervaluesquads.metricsservice.listening.kafka;

import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that were passed over because nothing can be made of them: each is logged with its place, and counted.
 * Kafka Streams makes its handlers itself, so this reaches for the global registry and not for an injected one.
 */
public final class SkippedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(SkippedRecords.class);
    private static final String COUNTER = "squads.records.skipped";

    private SkippedRecords() {}

    /** Passes over one record. */
    public static void skip(String reader, String topic, int partition, long offset, String reason) {
        Metrics.counter(COUNTER, "reader", reader).increment();
        LOG.atWarn()
                .addKeyValue("reader", reader)
                .addKeyValue("topic", topic)
                .addKeyValue("partition", partition)
                .addKeyValue("offset", offset)
                .addKeyValue("reason", reason)
                .log("record skipped");
    }
}
