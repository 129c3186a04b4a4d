package org.customervaluesquads.squadservice.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;

/** Somebody who reads the committed messages of a topic from its beginning. */
final class Reader<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConsumer<String, V> consumer;
    private final List<ConsumerRecord<String, V>> seen = new ArrayList<>();

    Reader(String bootstrapServers, Topic<V> topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        this.consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), MessageSerde.of(topic).deserializer());
        List<TopicPartition> partitions = Stream.iterate(0, number -> number + 1)
                .limit(topic.partitions())
                .map(number -> new TopicPartition(topic.in(""), number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The messages of these keys, as soon as there are enough of them. */
    List<ConsumerRecord<String, V>> read(List<?> keys, Predicate<List<ConsumerRecord<String, V>>> enough) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            return enough.test(of(keys));
        });
        return of(keys);
    }

    List<ConsumerRecord<String, V>> read(Object key, int messages) {
        return read(List.of(key), found -> found.size() >= messages);
    }

    /** The messages of a key up to the one that is to be the last of them. */
    List<ConsumerRecord<String, V>> readUpTo(Object key, Predicate<V> last) {
        return read(
                List.of(key),
                found -> !found.isEmpty() && last.test(found.getLast().value()));
    }

    /** A header's value. */
    static String header(ConsumerRecord<?, ?> message, String name) {
        return String.valueOf(CloudEventHeaders.read(message.headers(), name));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<ConsumerRecord<String, V>> of(List<?> keys) {
        return seen.stream()
                .filter(message -> keys.stream().anyMatch(key -> key.toString().equals(message.key())))
                .toList();
    }
}
