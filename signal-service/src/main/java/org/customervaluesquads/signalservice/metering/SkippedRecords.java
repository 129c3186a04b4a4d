package org.customervaluesquads.signalservice.metering;

import io.micrometer.core.instrument.Metrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that were passed over because nothing can be made of them: each is logged with its place, and counted.
 * Kafka Streams makes its handlers itself, so this reaches for the global registry and not for an injected one.
 */
public final class SkippedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(SkippedRecords.class);
    private static final String COUNTER = "squads.records.skipped";
    private static final RecordMetadata NO_RECORD = new NoRecord();

    private SkippedRecords() {}

    /** A step passes over the record that it is at. */
    public static void skip(String reader, ProcessingContext at, String reason) {
        RecordMetadata place = at.recordMetadata().orElse(NO_RECORD);
        skip(reader, place.topic(), place.partition(), place.offset(), reason);
    }

    /** Passes over the record at a place. */
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

    private record NoRecord() implements RecordMetadata {

        @Override
        public String topic() {
            return "none";
        }

        @Override
        public int partition() {
            return -1;
        }

        @Override
        public long offset() {
            return -1;
        }
    }
}
