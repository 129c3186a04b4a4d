package org.customervaluesquads.squadservice.cycles.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.SquadsConfig;
import org.customervaluesquads.squadservice.cycles.KeepingEvidence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the evidence on cycles as it comes from the log. What was kept is committed to the database first and to the log
 * second, so evidence may be read twice and is never missed; a revision that is already there changes nothing.
 */
@ApplicationScoped
class EvidenceReader {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);

    private static final Deserializer<CycleEvidenceStated> EVIDENCE =
            MessageSerde.of(Topics.CYCLE_EVIDENCE).deserializer();
    private static final String GROUP = "squad-service-cycle-evidence";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final SquadsConfig config;
    private final KeepingEvidence keepingEvidence;
    private volatile @Nullable Thread worker;

    EvidenceReader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            SquadsConfig config,
            KeepingEvidence keepingEvidence) {
        this.kafka = kafka;
        this.config = config;
        this.keepingEvidence = keepingEvidence;
    }

    void start(@Observes StartupEvent started) {
        Thread starting = Thread.ofPlatform().name("evidence-reader").daemon().unstarted(this::readUntilStopped);
        worker = starting; // before it runs, since it runs while it is the worker
        starting.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        Thread stopped = worker;
        worker = null;
        if (stopped == null) {
            return;
        }

        try {
            stopped.join(STOP_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilStopped() {
        while (isWanted()) {
            try {
                read();
            } catch (RuntimeException failed) { // broker or database are away, which is no end
                LOG.atLevel(isWanted() ? Level.WARN : Level.DEBUG)
                        .addKeyValue("reason", failed.getMessage())
                        .addKeyValue("retryAfter", config.outbox().retryAfter())
                        .log("evidence waits");
                pause();
            }
        }
    }

    private void read() {
        try (Admin admin = Admin.create(kafka)) {
            Topics.createMissing(admin, prefix(), config.topicReplicas(), List.of(Topics.CYCLE_EVIDENCE));
        }
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.CYCLE_EVIDENCE.in(prefix())));
            while (isWanted()) {
                var records = consumer.poll(POLL);
                records.forEach(this::keep);
                consumer.commitSync();
            }
        }
    }

    private void keep(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return; // a tombstone: what a cycle was judged by stays with it
        }
        try {
            keepingEvidence.keep(EVIDENCE.deserialize(message.topic(), message.value()));
        } catch (SerializationException | IllegalArgumentException unreadable) {
            LOG.atWarn()
                    .addKeyValue("cycleId", message.key())
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("evidence passed over");
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, prefix() + GROUP);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    private String prefix() {
        return config.topicPrefix().orElse("");
    }

    private void pause() {
        try {
            Thread.sleep(config.outbox().retryAfter());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return Thread.currentThread().equals(worker) && !Thread.currentThread().isInterrupted();
    }
}
