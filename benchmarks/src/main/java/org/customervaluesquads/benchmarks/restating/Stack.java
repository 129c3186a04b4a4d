package org.customervaluesquads.benchmarks.restating;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;

/** A stack that is running: its topics, and what metrics-service says of itself. */
final class Stack implements AutoCloseable {

    private static final double NANOS_A_SECOND = 1e9;

    private final String broker;
    private final URI metrics;
    private final KafkaProducer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();

    Stack(String broker, URI metrics) {
        this.broker = broker;
        this.metrics = metrics;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 2, "compression.type", "lz4", "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void squad(String id, Scope scope) {
        SquadPublished squad = new SquadPublished(
                id,
                1,
                id,
                "piloting",
                new SquadPublished.Mission("geography", "grow", null, null, null),
                scope,
                0,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
        send(Topics.SQUADS, SquadPublished::squadId, squad);
    }

    void signal(SignalRecorded signal) {
        send(Topics.SIGNALS, SignalRecorded::key, signal);
    }

    void flush() {
        producer.flush();
    }

    private <V> void send(Topic<V> topic, Function<V, String> key, V message) {
        var _ = producer.send(new ProducerRecord<>(
                topic.name(),
                key.apply(message),
                MessageSerde.of(topic).serializer().serialize(topic.name(), message)));
    }

    /** A reader of restatements from now on. */
    KafkaConsumer<String, byte[]> restatements() {
        KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "isolation.level", "read_committed", "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(Topics.SQUAD_METRICS.name()).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        return reader;
    }

    /** How many seconds of CPU metrics-service has used. */
    double cpuSeconds() throws IOException, InterruptedException {
        return counter("process_cpu_time_ns_total") / NANOS_A_SECOND;
    }

    /** A counter of metrics-service, its labels summed. */
    double counter(String name) throws IOException, InterruptedException {
        String all = http.send(
                        HttpRequest.newBuilder(metrics.resolve("/q/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        producer.close();
        http.close();
    }
}
