package org.customervaluesquads.signalservice.squads.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.signalservice.squads.Offsets;
import org.jspecify.annotations.Nullable;

/** The topic of what squads are told, read by one listener: from where it stopped, or from now on. Not for several threads. */
public final class SquadIntents implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int WAIT_MAX_MILLIS = 5_000;
    private static final int RECORDS_MAX = 100;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<ConsumerRecord<String, byte[]>> read = new ArrayDeque<>();
    private Offsets offsets;

    /**
     * Opens the topic.
     *
     * @param from where the listener stopped; null for now. What is no longer kept is passed over
     */
    public SquadIntents(Map<String, Object> kafka, String topic, @Nullable Offsets from) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "squad-intents-listener");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_MAX_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, WAIT_MAX_MILLIS);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            offsets = seek(partitions, from);
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
    }

    private Offsets seek(Collection<TopicPartition> partitions, @Nullable Offsets from) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<Integer, Long> next = new TreeMap<>();
        ends.forEach((partition, end) -> {
            Long stopped = from == null ? null : from.next().get(partition.partition());
            long start = stopped == null ? end : Math.min(stopped, end);
            consumer.seek(partition, start);
            next.put(partition.partition(), start);
        });
        return new Offsets(next);
    }

    /** The next record, after a short wait if there is none yet; null then. */
    public @Nullable ConsumerRecord<String, byte[]> next() {
        if (read.isEmpty()) {
            consumer.poll(POLL).forEach(read::addLast);
        }
        ConsumerRecord<String, byte[]> first = read.pollFirst();
        if (first != null) {
            offsets = offsets.behind(first.partition(), first.offset());
        }
        return first;
    }

    /** How far it was read. */
    public Offsets offsets() {
        return offsets;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
