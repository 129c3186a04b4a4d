package org.customervaluesquads.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topics;

/** What any reader sees of the signals: how often each is there. */
record SignalsTopic(String bootstrapServers) {

    private static final String READER = "signal-service";
    private static final String INBOX_READER = "signals-inbox";
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);
    private static final long ANSWER_SECONDS = 10;

    /** Whether everything that was accepted until now has been counted or set aside as a duplicate. */
    boolean isCaughtUp() throws Exception {
        // In this order: what the inbox is rid of has been judged.
        return hasRead(INBOX_READER, Topics.SIGNALS_INBOX.name()) && hasRead(READER, Topics.SIGNALS_JUDGED.name());
    }

    private boolean hasRead(String group, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer, topic));
            return ends.entrySet().stream().allMatch(end -> end.getValue() == 0 || isRead(read, end));
        }
    }

    /** How often each signal is on the topic, by source and id, among those whose id is meant. */
    Map<String, Integer> counts(Predicate<String> ids) {
        Map<String, Integer> counts = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, Topics.SIGNALS.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant late = Instant.now().plus(READ_WITHIN);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Instant.now().isAfter(late)) {
                    throw new AssertionError("the signals were not read within " + READ_WITHIN);
                }
                for (ConsumerRecord<byte[], byte[]> signal : consumer.poll(Duration.ofMillis(200))) {
                    String id = CloudEventHeaders.read(signal.headers(), CloudEventHeaders.ID);
                    if (ids.test(id)) {
                        String source = CloudEventHeaders.read(signal.headers(), CloudEventHeaders.SOURCE);
                        counts.merge(source + "/" + id, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static boolean isRead(Map<TopicPartition, OffsetAndMetadata> read, Map.Entry<TopicPartition, Long> end) {
        OffsetAndMetadata committed = read.get(end.getKey());
        return committed != null && committed.offset() >= end.getValue();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
