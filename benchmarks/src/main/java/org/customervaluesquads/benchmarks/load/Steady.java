package org.customervaluesquads.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.infrastructure.FreePort;

/** Signals at a steady rate, and how long after a signal's acceptance its intent can be read, committed. */
final class Steady {

    private static final String PREFIX = "steady-";
    private static final int PER_SECOND = 2_000;
    private static final int EVERY_MILLIS = 5;
    private static final int CONNECTIONS = 256;
    private static final Duration POLL = Duration.ofMillis(5);

    private final Bench bench;
    private final Path root;
    private final Duration warm;
    private final Duration measured;

    Steady(Bench bench, Path root, Duration warm, Duration measured) {
        this.bench = bench;
        this.root = root;
        this.warm = warm;
        this.measured = measured;
    }

    /** Latencies, sorted. */
    record Latencies(List<Duration> sorted, double signalsPerSecond) {

        Duration percentile(double share) {
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
        }

        String line() {
            return "accepted -> intents at %,.0f signals/s: p50 %d ms, p90 %d ms, p99 %d ms, largest %d ms (%,d intents)"
                    .formatted(
                            signalsPerSecond,
                            percentile(0.5).toMillis(),
                            percentile(0.9).toMillis(),
                            percentile(0.99).toMillis(),
                            sorted.getLast().toMillis(),
                            sorted.size());
        }
    }

    Latencies measure() throws Exception {
        bench.createTopics(PREFIX);
        bench.publishSquads(PREFIX);
        int port = FreePort.any();
        try (ChildProcess service = Doors.startService(bench, root, PREFIX, port, List.of())) {
            Doors.awaitService(service, port);
            try (Connections connections = Connections.open(port, CONNECTIONS);
                    KafkaConsumer<String, byte[]> intents = reader()) {
                return measure(connections, intents);
            }
        }
    }

    private Latencies measure(Connections connections, KafkaConsumer<String, byte[]> intents) {
        int signals = (int) (warm.plus(measured).plus(warm).toSeconds() * PER_SECOND);
        AtomicLongArray acceptedAt = new AtomicLongArray(signals);
        Requests requests = new Requests("/signals", 1, 11, Instant.now());
        connections.every(EVERY_MILLIS, () -> {
            for (int i = 0; i < PER_SECOND * EVERY_MILLIS / 1_000 && connections.hasIdle(); i++) {
                int number = (int) requests.number();
                if (number < signals) {
                    connections.send(requests.next(), time -> acceptedAt.set(number, time));
                }
            }
        });
        long begun = System.nanoTime();
        long from = begun + warm.toNanos();
        long until = from + measured.toNanos();
        List<Duration> latencies = new ArrayList<>();
        long accepted = 0;
        while (System.nanoTime() < until) {
            for (ConsumerRecord<String, byte[]> intent : intents.poll(POLL)) {
                long now = System.nanoTime();
                long since = acceptedAt.get(numberOf(intent));
                if (now > from) {
                    latencies.add(Duration.ofNanos(since == 0 ? 0 : now - since));
                }
            }
            accepted = requests.number();
        }
        latencies.sort(Duration::compareTo);
        return new Latencies(latencies, accepted * 1e9 / (System.nanoTime() - begun));
    }

    /** An intent is named after the signal that changed it. */
    private static int numberOf(ConsumerRecord<String, byte[]> intent) {
        String id = Objects.requireNonNull(CloudEventHeaders.read(intent.headers(), CloudEventHeaders.ID));
        return Integer.parseInt(id.split("/", -1)[1]);
    }

    private KafkaConsumer<String, byte[]> reader() {
        KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bench.broker(),
                        "group.id",
                        PREFIX + "reader",
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader.subscribe(List.of(Topics.INTENTS.in(PREFIX)));
        return reader;
    }
}
