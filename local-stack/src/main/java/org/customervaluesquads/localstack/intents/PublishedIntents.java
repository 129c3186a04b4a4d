package org.customervaluesquads.localstack.intents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.Refusal;

/** The topic of intents from its beginning to its present end. */
public final class PublishedIntents {

    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final Duration READ_WAIT = Duration.ofMinutes(2);
    private static final Duration POLL_WAIT = Duration.ofMillis(500);

    private PublishedIntents() {}

    /** Hands over each, in the order of its partition. */
    public static void read(String bootstrapServers, String prefix, Consumer<IntentChanged> reader) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER_WAIT.toMillis());
        try (KafkaConsumer<String, IntentChanged> consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                MessageSerde.of(Topics.INTENTS).deserializer())) {
            readAll(consumer, Topics.INTENTS.in(prefix), reader);
        } catch (TimeoutException silent) {
            throw new Refusal("no broker answers at " + bootstrapServers, silent);
        } catch (KafkaException failed) {
            throw new Refusal("the intents cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static void readAll(
            KafkaConsumer<String, IntentChanged> consumer, String topic, Consumer<IntentChanged> reader) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long end = System.nanoTime() + READ_WAIT.toNanos();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            ConsumerRecords<String, IntentChanged> records = consumer.poll(POLL_WAIT);
            records.forEach(each -> reader.accept(each.value()));
            if (System.nanoTime() > end) {
                throw new Refusal("the intents were not read within " + READ_WAIT.toSeconds() + " seconds");
            }
        }
    }
}
