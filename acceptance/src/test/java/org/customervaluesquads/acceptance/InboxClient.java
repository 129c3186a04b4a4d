package org.customervaluesquads.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.customervaluesquads.contracts.Topics;

/** A client of the Kafka door: what the broker acknowledged is accepted, and all else is put there again. */
final class InboxClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int ACKNOWLEDGED_WITHIN_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 5_000;

    private final KafkaProducer<byte[], byte[]> producer;

    InboxClient(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        ACKNOWLEDGED_WITHIN_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ACKNOWLEDGED_WITHIN_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Puts all of it there, however often it takes within its patience. */
    void send(List<String> values) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!areAcknowledged(values)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not acknowledged within " + PATIENCE);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean areAcknowledged(List<String> values) throws InterruptedException {
        List<Future<RecordMetadata>> sent = values.stream()
                .map(value -> producer.send(
                        new ProducerRecord<byte[], byte[]>(Topics.SIGNALS_INBOX.name(), value.getBytes(UTF_8))))
                .toList();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            return true;
        } catch (ExecutionException away) {
            // killed, or not started again yet: the next try finds out
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(PAUSE);
    }
}
