package org.customervaluesquads.signalservice.intake.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log behind the doors: records are appended together, and the answer comes when all of them are on every in-sync
 * replica.
 *
 * <p>A door answers on an event loop, which must never wait. So the producer is told not to block for space or for
 * metadata but to fail at once: a full buffer then is the caller's to retry, and the metadata of the few topics is
 * fetched at the start and kept for good.
 */
@ApplicationScoped
public class SignalLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignalLog.class);
    private static final Duration DELIVERY_MAX = Duration.ofSeconds(10);

    /** Within this time whoever appends is told whether it worked. */
    public static final Duration ANSWERS_WITHIN = DELIVERY_MAX.multipliedBy(2);

    private static final Duration REQUEST_MAX = Duration.ofSeconds(5);

    /** As good as for ever; the client adds it to the present, which must not overflow. */
    private static final Duration TOPICS_KNOWN_FOR = Duration.ofDays(3650);

    private static final int BATCH_BYTES = 128 * 1024;
    private static final long BUFFER_BYTES_MAX = 32L * 1024 * 1024;

    private final Producer<String, byte[]> producer;

    @Inject
    SignalLog(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "signal-doors");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_MAX.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_MAX.toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES_MAX);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, TOPICS_KNOWN_FOR.toMillis());
        this(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    SignalLog(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Whether the log knows the topic already; asking makes it look. */
    boolean knows(String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (KafkaException notYet) {
            return false;
        }
    }

    /**
     * How many partitions a topic has.
     *
     * @throws KafkaException if it is not known yet
     */
    int partitionsOf(String topic) {
        return producer.partitionsFor(topic).size();
    }

    /** Appends all records; fails if one of them could not be appended, though others may have been. */
    public CompletionStage<Void> append(List<ProducerRecord<String, byte[]>> records) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        AtomicInteger missing = new AtomicInteger(records.size());
        if (records.isEmpty()) {
            all.complete(null);
        }
        for (ProducerRecord<String, byte[]> record : records) {
            if (all.isCompletedExceptionally()) {
                break;
            }
            try {
                var _ = producer.send(record, (metadata, failure) -> {
                    if (failure != null) {
                        notTaken(record, failure, all);
                    } else if (missing.decrementAndGet() == 0) {
                        all.complete(null);
                    }
                });
            } catch (RuntimeException thrown) {
                // A producer that is closed throws, and does not call back.
                notTaken(record, new KafkaException("the producer cannot send", thrown), all);
            }
        }
        return all;
    }

    private static void notTaken(
            ProducerRecord<String, byte[]> record, Exception failure, CompletableFuture<Void> all) {
        if (all.completeExceptionally(failure)) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("reason", failure.toString())
                    .log("the log could not take a record");
        }
    }

    @PreDestroy
    void close() {
        producer.close(DELIVERY_MAX);
    }
}
