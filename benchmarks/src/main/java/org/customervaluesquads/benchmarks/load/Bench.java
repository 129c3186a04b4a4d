package org.customervaluesquads.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.infrastructure.Broker;
import org.customervaluesquads.signalservice.packs.SignalPack;

/** The broker that all programs of a run share, and the folder that holds everything of the run. */
final class Bench implements AutoCloseable {

    static final int SQUADS = 200;

    private static final int ANY_PORT = 0;
    private static final short ONE_REPLICA = 1;
    private static final Duration READ_MAX = Duration.ofMinutes(2);
    private static final Duration READ_POLL = Duration.ofMillis(200);

    private final Path folder;
    private final Broker broker;

    private Bench(Path folder, Broker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    static Bench start() throws IOException {
        Path folder = Files.createTempDirectory("squads-benchmarks");
        return new Bench(folder, Broker.start(folder.resolve("broker"), ANY_PORT));
    }

    String broker() {
        return broker.bootstrapServers();
    }

    Path in(String name) {
        return folder.resolve(name);
    }

    /** Creates all topics under a prefix, and those beside. */
    void createTopics(String prefix, String... others) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Topics.createMissing(admin, prefix, ONE_REPLICA, Topics.ALL);
            List<NewTopic> besides = new ArrayList<>();
            for (String other : others) {
                besides.add(new NewTopic(prefix + other, Topics.PARTITIONS, ONE_REPLICA)
                        .configs(Topics.INTENTS.configuration()));
            }
            admin.createTopics(besides).all().get();
        }
    }

    /** Publishes squads, each customer in the scope of one of them. */
    void publishSquads(String prefix) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (int i = 0; i < SQUADS; i++) {
                SquadPublished squad = new SquadPublished(
                        "squad-" + i,
                        1,
                        "squad " + i,
                        "piloting",
                        new SquadPublished.Mission("geography", "grow", null, null, null),
                        new Scope(Set.of(SomeSignals.region(i)), Set.of(SomeSignals.segment(i)), null, null, null),
                        0,
                        List.of(),
                        Instant.EPOCH,
                        Instant.EPOCH);
                var _ = producer.send(new ProducerRecord<>(
                        Topics.SQUADS.in(prefix),
                        squad.squadId(),
                        MessageSerde.of(Topics.SQUADS).serializer().serialize("", squad)));
            }
        }
    }

    /** How many records a topic holds, and what marks the ends of transactions. */
    long size(String topic) throws ExecutionException, InterruptedException {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where the partitions of a topic end. */
    Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    /** How many signals, one to the record or packed, were written between two ends of a topic. */
    long signalsBetween(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        long signals = 0;
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(from.keySet());
            from.forEach(reader::seek);
            long late = System.nanoTime() + READ_MAX.toNanos();
            while (to.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > late) {
                    throw new IllegalStateException("the topic was not read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(READ_POLL)) {
                    byte[] value = record.value();
                    signals += SignalPack.isOne(value)
                            ? SignalPack.unpack(value, record.headers()).size()
                            : 1;
                }
            }
        }
        return signals;
    }

    KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker());
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 * 1024);
        // A topic that was just created refuses its first batch; the next one must not overtake it.
        settings.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker()));
    }

    @Override
    public void close() throws IOException {
        broker.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
