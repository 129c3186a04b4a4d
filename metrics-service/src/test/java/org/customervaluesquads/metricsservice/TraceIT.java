package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A restatement bears the trace of the newest signal that made it necessary. */
@MetricsServiceTest
class TraceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2024-03-05T08:15:00Z");
    private static final String OF_THE_ORDER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String OF_THE_VIEW = "00-5cf92f3577b34da6a3ce929d0e0e4736-11f067aa0ba902b7-01";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void reachesTheRestatementsThatASignalMadeNecessary() {
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("traced", 1, region("T1")));
            publishing.squad(squad("traced-elsewhere", 1, region("T2")));

            publishing.traced(order("t-1", "T1", "c1", AT, "1.00"), OF_THE_ORDER);
            publishing.traced(touch("page.viewed", "t-2", "T2", "c1", AT, "app"), OF_THE_VIEW);
        }

        Map<String, String> traces = new HashMap<>();
        try (KafkaConsumer<String, SquadMetricRestated> restatements = restatements()) {
            await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
                for (ConsumerRecord<String, SquadMetricRestated> record : restatements.poll(Duration.ofMillis(200))) {
                    traces.put(record.key(), CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT));
                }
                assertThat(traces)
                        .containsEntry("traced|revenue/GBP|hour|2024-03-05T08:00:00Z", OF_THE_ORDER)
                        .containsEntry("traced|revenue/GBP|day|2024-03-05T00:00:00Z", OF_THE_ORDER)
                        .containsEntry("traced-elsewhere|reach/app|hour|2024-03-05T08:00:00Z", OF_THE_VIEW);
            });
        }
    }

    @Test
    void storesFactsWhoseHeadersHoldWhatNoDatabaseKeeps() {
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("oddly-traced", 1, region("T3")));

            publishing.traced(order("t-3", "T3", "c1", AT, "1.00"), "\0odd");
            publishing.resolved(order("t-4", "T3", "c1", AT, "1.00"), "anonymous:\0odd");
            publishing.resolved(order("t-5", "T3", "c1", AT, "1.00"), "x".repeat(10_000));
        }

        Map<String, ConsumerRecord<String, SquadMetricRestated>> newest = new HashMap<>();
        try (KafkaConsumer<String, SquadMetricRestated> restatements = restatements()) {
            await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
                restatements.poll(Duration.ofMillis(200)).forEach(record -> newest.put(record.key(), record));
                assertThat(newest).hasEntrySatisfying("oddly-traced|revenue/GBP|hour|2024-03-05T08:00:00Z", revenue -> {
                    assertThat(revenue.value().facts()).isEqualTo(3);
                    assertThat(CloudEventHeaders.read(revenue.headers(), CloudEventHeaders.TRACE_PARENT))
                            .isNull();
                });
            });
        }
    }

    private KafkaConsumer<String, SquadMetricRestated> restatements() {
        KafkaConsumer<String, SquadMetricRestated> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                new StringDeserializer(),
                MessageSerde.of(Topics.SQUAD_METRICS).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.SQUAD_METRICS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
