package org.customervaluesquads.metricsservice.restating.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.restating.Outgoing;

/** Sends restatements to their topic, and waits until the broker has them. */
@ApplicationScoped
class RestatementSender {

    private static final String SOURCE = "/metrics-service";
    private static final String TYPE = "squad-metric.restated";

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Duration within;
    private final Clock clock;

    RestatementSender(
            @Identifier("default-kafka-broker") Map<String, Object> broker, MetricsSettings settings, Clock clock) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        within = settings.restating().sendWithin();
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                within.dividedBy(2).toMillis());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within.toMillis());
        producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        topic = Topics.SQUAD_METRICS.in(settings.topicPrefix().orElse(""));
        this.clock = clock;
    }

    void send(List<Outgoing> restatements) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(restatements.size());
        restatements.forEach(outgoing -> acknowledgements.add(producer.send(event(outgoing))));
        acknowledgements.forEach(this::await);
    }

    /** Has the topic forget these keys. */
    void forget(List<String> keys) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(keys.size());
        keys.forEach(key -> acknowledgements.add(producer.send(tombstone(key))));
        acknowledgements.forEach(this::await);
    }

    @SuppressWarnings("NullAway") // null is Kafka's tombstone, which its interfaces do not declare
    private ProducerRecord<String, byte[]> tombstone(String key) {
        return new ProducerRecord<>(topic, key, null);
    }

    private ProducerRecord<String, byte[]> event(Outgoing outgoing) {
        List<Header> trace = outgoing.traceParent() == null
                ? List.of()
                : List.of(CloudEventHeaders.one(CloudEventHeaders.TRACE_PARENT, outgoing.traceParent()));
        String id = outgoing.key() + "@" + outgoing.revision();
        List<Header> headers = CloudEventHeaders.of(id, SOURCE, TYPE, clock.instant(), trace);
        return new ProducerRecord<>(topic, null, outgoing.key(), outgoing.message(), headers);
    }

    private void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker did not take a restatement", refused.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("the broker did not acknowledge a restatement in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending restatements", interrupted);
        }
    }

    @PreDestroy
    void close() {
        producer.close(within);
    }
}
