package org.customervaluesquads.squadservice.outbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.SquadsConfig;
import org.customervaluesquads.squadservice.outbox.WaitingMessage;

/** Sends messages to Kafka, those of one call all together or not at all. After a failure it is of no more use. */
final class OutboxProducer implements AutoCloseable {

    private static final String SOURCE = "squad-service";
    private static final List<Topic<?>> TOPICS = List.of(Topics.SQUADS, Topics.SQUAD_EVENTS, Topics.POLICIES);

    private final KafkaProducer<String, String> producer;
    private final String prefix;

    /** Creates the topics if they are missing, and shuts out every earlier producer of this installation. */
    OutboxProducer(Map<String, Object> connection, SquadsConfig config) {
        this.prefix = config.topicPrefix().orElse("");
        try (Admin admin = Admin.create(connection)) {
            Topics.createMissing(admin, prefix, config.topicReplicas(), TOPICS);
        }
        this.producer =
                new KafkaProducer<>(settings(connection, config), new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Returns when the brokers have all of them. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them did
    void send(List<WaitingMessage> messages) {
        producer.beginTransaction();
        messages.forEach(message -> producer.send(record(message)));
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> settings(Map<String, Object> connection, SquadsConfig config) {
        int wait = Math.toIntExact(config.outbox().brokerWait().toMillis());
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.topicPrefix().orElse("") + SOURCE + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, wait);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, wait / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, wait);
        // Readers of committed messages wait so long for a relay that died while sending, if no other takes its place.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, wait * 2);
        return settings;
    }

    private ProducerRecord<String, String> record(WaitingMessage message) {
        var record = new ProducerRecord<>(prefix + message.topic(), message.key(), message.value());
        var cause = message.cause();
        CloudEventHeaders.write(record.headers(), cause.eventId(), SOURCE, cause.type(), cause.occurredAt());
        if (message.traceParent() != null) {
            CloudEventHeaders.write(record.headers(), CloudEventHeaders.TRACE_PARENT, message.traceParent());
        }
        return record;
    }
}
