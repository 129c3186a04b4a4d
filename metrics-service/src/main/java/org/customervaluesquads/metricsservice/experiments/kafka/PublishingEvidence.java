package org.customervaluesquads.metricsservice.experiments.kafka;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;
import org.customervaluesquads.metricsservice.experiments.store.SquadCycles;
import org.customervaluesquads.metricsservice.experiments.store.StandingEvidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the evidence on running cycles whenever it has changed; looked up now and then, for all instances once. */
@ApplicationScoped
class PublishingEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingEvidence.class);
    private static final String SOURCE = "/metrics-service";
    private static final String TYPE = "cycle-evidence.stated";

    private final SquadCycles cycles;
    private final StandingEvidence standing;
    private final Clock clock;
    private final String topic;
    private final Duration within;
    private final Producer<String, CycleEvidenceStated> producer;

    PublishingEvidence(
            SquadCycles cycles,
            StandingEvidence standing,
            Clock clock,
            MetricsSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.cycles = cycles;
        this.standing = standing;
        this.clock = clock;
        this.topic = Topics.CYCLE_EVIDENCE.in(settings.topicPrefix().orElse(""));
        this.within = settings.restating().sendWithin();
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within.toMillis());
        producer = new KafkaProducer<>(
                configuration,
                new StringSerializer(),
                MessageSerde.of(Topics.CYCLE_EVIDENCE).serializer());
    }

    @Scheduled(every = "{squads.evidence-looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        cycles.running().forEach(this::publish);
    }

    /** One cycle's failure is its own. */
    private void publish(SquadCycle cycle) {
        try {
            standing.publish(cycle, this::send);
        } catch (RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("cycleId", cycle.cycleId())
                    .addKeyValue("reason", failed.toString())
                    .log("evidence not published");
        }
    }

    private void send(CycleEvidenceStated evidence) {
        ProducerRecord<String, CycleEvidenceStated> event = new ProducerRecord<>(topic, evidence.cycleId(), evidence);
        CloudEventHeaders.write(
                event.headers(), evidence.cycleId() + "@" + evidence.revision(), SOURCE, TYPE, clock.instant());
        try {
            producer.send(event).get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException("the broker did not take the evidence", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending evidence", interrupted);
        }
    }

    @PreDestroy
    void close() {
        producer.close(within);
    }
}
