package org.customervaluesquads.metricsservice.streaming.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.streaming.Position;

/** What a listener has missed since it was last there, read from the topic once more. */
@ApplicationScoped
class Missed {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final int readAtMost;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Missed(@Identifier("default-kafka-broker") Map<String, Object> broker, MetricsSettings settings) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_MAX.toMillis());
        consumer = new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        topic = Topics.SQUAD_METRICS.in(settings.topicPrefix().orElse(""));
        readAtMost = settings.streaming().missedAtMost();
    }

    /** Where the topic ends now. */
    synchronized Position end() {
        SortedMap<Integer, Long> next = new TreeMap<>();
        consumer.endOffsets(partitions()).forEach((partition, offset) -> next.put(partition.partition(), offset));
        return new Position(next);
    }

    /**
     * The newest value of each key between two positions, in the order in which they came.
     *
     * @return none when too much lies between them, or when the topic is another one by now: then what is current is
     *     shorter
     */
    synchronized Optional<List<SquadMetricRestated>> between(Position from, Position to) {
        if (!from.isOfTheSameTopicAs(to) || from.until(to) > readAtMost) {
            return Optional.empty();
        }
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(
                partition,
                Math.max(beginnings.getOrDefault(partition, 0L), from.next().getOrDefault(partition.partition(), 0L))));
        Map<String, SquadMetricRestated> newest = new LinkedHashMap<>();
        long until = System.nanoTime() + ANSWER_MAX.toNanos();
        while (!isAt(to)) {
            if (System.nanoTime() > until) {
                return Optional.empty();
            }
            for (ConsumerRecord<byte[], byte[]> missed : consumer.poll(POLL)) {
                SquadMetricRestated restated =
                        MessageSerde.of(Topics.SQUAD_METRICS).deserializer().deserialize(topic, missed.value());
                if (restated != null) {
                    newest.remove(restated.key());
                    newest.put(restated.key(), restated);
                }
            }
        }
        return Optional.of(List.copyOf(newest.values()));
    }

    private boolean isAt(Position end) {
        return partitions().stream()
                .allMatch(partition ->
                        consumer.position(partition) >= end.next().getOrDefault(partition.partition(), 0L));
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
    }

    @PreDestroy
    synchronized void close() {
        consumer.close();
    }
}
