package org.customervaluesquads.metricsservice.erasing.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The facts that were on the topics when an erasure was asked for. Readers of facts and of erasures go their own pace: a
 * fact that is entered after its person was erased would bring the person back.
 */
@ApplicationScoped
class EarlierFacts {

    private static final List<String> READERS = List.of("ledger", "intents");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** The broker answers that nothing is there well before the look at it ends: else each look would end unanswered. */
    private static final int FETCH_WAIT_MAX_MILLIS = 50;

    private final Admin admin;
    private final Consumer<byte[], byte[]> looking;
    private final Config config;

    EarlierFacts(@Identifier("default-kafka-broker") Map<String, Object> broker, Config config) {
        this.config = config;
        this.admin = Admin.create(broker);
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MAX_MILLIS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.looking = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Waits until all of them are entered.
     *
     * @return false if they are not within this time
     */
    synchronized boolean areEnteredWithin(Duration atMost) throws InterruptedException {
        Map<String, Map<TopicPartition, Long>> ends = new HashMap<>();
        for (String reader : READERS) {
            ends.put(
                    setting(reader, "group.id"),
                    looking.endOffsets(partitionsOf(setting(reader, "topic")), ANSWER_MAX));
        }
        for (long waited = 0; waited <= atMost.toMillis(); waited += LOOK_AGAIN.toMillis()) {
            ends.entrySet().removeIf(group -> hasRead(group.getKey(), group.getValue()));
            if (ends.isEmpty()) {
                return true;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return false;
    }

    private boolean hasRead(String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> read = committedBy(group);
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata upTo = read.get(end.getKey());
            return (upTo != null && upTo.offset() >= end.getValue())
                    || isEmptyBetween(end.getKey(), upTo, end.getValue());
        });
    }

    /** What a transaction leaves behind at its end has an offset, and nobody reads it. */
    private boolean isEmptyBetween(TopicPartition partition, @Nullable OffsetAndMetadata from, long to) {
        looking.assign(List.of(partition));
        if (from == null) {
            looking.seekToBeginning(List.of(partition));
        } else {
            looking.seek(partition, from.offset());
        }
        if (looking.position(partition, ANSWER_MAX) >= to) {
            return true;
        }
        boolean none = looking.poll(LOOK_AGAIN).isEmpty();
        return none && looking.position(partition, ANSWER_MAX) >= to;
    }

    private Map<TopicPartition, OffsetAndMetadata> committedBy(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new IllegalStateException("the broker does not say what " + group + " has read", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for earlier facts", interrupted);
        }
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return looking.partitionsFor(topic, ANSWER_MAX).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
    }

    private String setting(String reader, String name) {
        return config.getValue("mp.messaging.incoming." + reader + "." + name, String.class);
    }

    @PreDestroy
    void close() {
        admin.close(ANSWER_MAX);
        looking.close();
    }
}
