package org.customervaluesquads.localstack.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerIT {

    private static final TopicPartition NOTES = new TopicPartition("notes", 0);

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsOverARestart() throws Exception {
        try (Broker broker = Broker.start(folder, 0)) {
            createTopic(broker);
            commit(broker, "first", "written before the restart");
        }

        try (Broker broker = Broker.start(folder, 0)) {
            assertThat(committed(broker)).containsExactly("written before the restart");
        }
    }

    @Test
    void showsNothingOfATransactionThatWasAborted() throws Exception {
        try (Broker broker = Broker.start(folder, 0)) {
            createTopic(broker);

            abort(broker, "writer", "aborted");
            commit(broker, "writer", "committed");

            assertThat(committed(broker)).containsExactly("committed");
        }
    }

    @Test
    void takesRecordsInEveryCompressionThatClientsUse() throws Exception {
        List<String> compressions = List.of("none", "gzip", "snappy", "lz4", "zstd");

        try (Broker broker = Broker.start(folder, 0)) {
            createTopic(broker);
            compressions.forEach(compression -> send(broker, compression));

            assertThat(committed(broker)).isEqualTo(compressions);
        }
    }

    @Test
    void createsNoTopicThatNobodyAskedFor() throws Exception {
        try (Broker broker = Broker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private static void createTopic(Broker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(NOTES.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void commit(Broker broker, String writer, String note) {
        try (KafkaProducer<String, String> producer = producer(broker, writer)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(NOTES.topic(), note));
            producer.commitTransaction();
        }
    }

    private static void abort(Broker broker, String writer, String note) {
        try (KafkaProducer<String, String> producer = producer(broker, writer)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(NOTES.topic(), note));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static void send(Broker broker, String compression) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", compression),
                new StringSerializer(),
                new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(NOTES.topic(), compression)))
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private static KafkaProducer<String, String> producer(Broker broker, String writer) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", writer),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static List<String> committed(Broker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        List<String> notes = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(NOTES));
            consumer.seekToBeginning(List.of(NOTES));
            long end = consumer.endOffsets(List.of(NOTES)).get(NOTES);
            while (consumer.position(NOTES) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(note -> notes.add(note.value()));
            }
        }
        return notes;
    }
}
