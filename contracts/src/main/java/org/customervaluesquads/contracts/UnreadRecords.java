package org.customervaluesquads.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a group of readers has not read yet: how many records, and since when the oldest waits. It reads that
 * record itself, since an offset does not tell its age, and since what ends a transaction has an offset and is no record.
 * One looks at a time.
 */
public final class UnreadRecords implements AutoCloseable {

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration RECORD_WAIT_MAX = Duration.ofMillis(500);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> probe;

    /** Looks at a broker, by the settings of a client. */
    public UnreadRecords(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "unread-records");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WAIT_MAX.toMillis());
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WAIT_MAX.toMillis());
        admin = Admin.create(settings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        probe = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What is unread.
     *
     * @param oldest when the oldest was appended; null when nothing is unread
     */
    public record Unread(long records, @Nullable Instant oldest) {

        /** How long the oldest has waited. */
        public Duration oldestAge(Instant now) {
            return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        }
    }

    /** The partitions of a topic. */
    public synchronized List<TopicPartition> partitionsOf(String topic) {
        return probe.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /**
     * What the group has not read of these partitions.
     *
     * @throws KafkaException if the broker does not say so in time
     */
    public synchronized Unread by(String group, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> read = readBy(group);
        Map<TopicPartition, Long> beginnings = probe.beginningOffsets(partitions);
        long records = 0;
        Instant oldest = null;
        for (Map.Entry<TopicPartition, Long> end : probe.endOffsets(partitions).entrySet()) {
            OffsetAndMetadata upTo = read.get(end.getKey());
            long next = Math.max(upTo == null ? 0 : upTo.offset(), beginnings.getOrDefault(end.getKey(), 0L));
            Instant waitsSince = next < end.getValue() ? recordAt(end.getKey(), next) : null;
            if (waitsSince != null) {
                records += end.getValue() - next;
                oldest = oldest == null || waitsSince.isBefore(oldest) ? waitsSince : oldest;
            }
        }
        return new Unread(records, oldest);
    }

    @Override
    public synchronized void close() {
        probe.close();
        admin.close(WAIT_MAX);
    }

    private @Nullable Instant recordAt(TopicPartition partition, long offset) {
        probe.assign(List.of(partition));
        probe.seek(partition, offset);
        for (ConsumerRecord<byte[], byte[]> next : probe.poll(RECORD_WAIT_MAX)) {
            return Instant.ofEpochMilli(next.timestamp());
        }
        return null;
    }

    private Map<TopicPartition, OffsetAndMetadata> readBy(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("it is not known what " + group + " has read", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", stopped);
        }
    }
}
