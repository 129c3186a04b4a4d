package org.customervaluesquads.signalservice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.packs.PackedSignal;
import org.customervaluesquads.signalservice.packs.SignalPack;
import org.eclipse.microprofile.config.ConfigProvider;

/** What real clients see on a topic, and put on it. */
public final class OnTopic {

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    private OnTopic() {}

    /** Reads from the beginning until so many values match, or the wait is over; gives those that match. */
    public static <V> List<V> read(Topic<V> topic, int count, Predicate<V> matching) {
        return records(topic, count, matching).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    /** The same with everything that a record has beside its value. */
    public static <V> List<ConsumerRecord<String, V>> records(Topic<V> topic, int count, Predicate<V> matching) {
        List<ConsumerRecord<String, V>> found = new ArrayList<>();
        readEach(topic, MessageSerde.of(topic).deserializer(), record -> {
            if (matching.test(record.value())) {
                found.add(record);
            }
            return found.size() < count;
        });
        return found;
    }

    /** The same of what the doors packed. */
    public static List<PackedSignal> judged(int count, Predicate<PackedSignal> matching) {
        List<PackedSignal> found = new ArrayList<>();
        readEach(Topics.SIGNALS_JUDGED, new ByteArrayDeserializer(), record -> {
            if (SignalPack.isOne(record.value())) {
                SignalPack.unpack(record.value(), record.headers()).stream()
                        .filter(matching)
                        .forEach(found::add);
            }
            return found.size() < count;
        });
        return found;
    }

    /** Reads from the beginning while more is wanted, or until the wait is over. */
    private static <V> void readEach(
            Topic<?> topic, Deserializer<V> values, Predicate<ConsumerRecord<String, V>> wantsMore) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant end = Instant.now().plus(WAIT_MAX);
            boolean more = true;
            while (more && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofMillis(200))) {
                    more &= wantsMore.test(record);
                }
            }
        }
    }

    /** Reads from the beginning until a value is the last one wanted, or the wait is over; gives all that were read. */
    public static <V> List<V> readUntil(Topic<V> topic, Predicate<V> last) {
        List<V> all = new ArrayList<>();
        read(topic, 1, value -> {
            all.add(value);
            return last.test(value);
        });
        return all;
    }

    /** Puts a value on a topic. */
    public static <V> void put(Topic<V> topic, String key, V value) {
        put(topic, key, value, new RecordHeaders());
    }

    /** Puts a value with headers on a topic. */
    public static <V> void put(Topic<V> topic, String key, V value, Headers headers) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                settings, new StringSerializer(), MessageSerde.of(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), null, key, value, headers));
        }
    }

    /** Where the broker is. */
    public static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
