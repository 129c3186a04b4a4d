package org.customervaluesquads.metricsservice.erasing.kafka;

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
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;

/** Answers what was asked to be erased: the answer replaces the question, and with it the person's key. */
@ApplicationScoped
class ErasureAnswers {

    private final Producer<String, ErasureRecorded> producer;
    private final String topic;
    private final Duration within;
    private final Clock clock;

    ErasureAnswers(
            @Identifier("default-kafka-broker") Map<String, Object> broker, MetricsSettings settings, Clock clock) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        within = settings.restating().sendWithin();
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within.toMillis());
        producer = new KafkaProducer<>(
                configuration,
                new StringSerializer(),
                MessageSerde.of(Topics.ERASURES).serializer());
        topic = Topics.ERASURES.in(settings.topicPrefix().orElse(""));
        this.clock = clock;
    }

    /** Says that so many rows held the person, and do so no longer. */
    void answer(ErasureRecorded asked, long rows) {
        ErasureRecorded erased = new ErasureRecorded(
                asked.erasureId(),
                asked.person(),
                asked.place(),
                ErasureRecorded.ERASED,
                clock.instant(),
                null,
                rows,
                null);
        ProducerRecord<String, ErasureRecorded> event = new ProducerRecord<>(topic, erased.key(), erased);
        CloudEventHeaders.write(
                event.headers(), erased.key() + "/erased", "/metrics-service", "erasure.recorded", erased.at());
        try {
            producer.send(event).get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException("the broker did not take the answer to an erasure", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while answering an erasure", interrupted);
        }
    }

    @PreDestroy
    void close() {
        producer.close(within);
    }
}
