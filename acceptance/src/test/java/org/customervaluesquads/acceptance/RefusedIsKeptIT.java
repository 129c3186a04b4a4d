package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/** The promise that whatever is refused is kept with its reason, and counted once it is sent corrected. */
class RefusedIsKeptIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
    private static final String BROKEN_MAPPING = "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .when}";
    private static final String MAPPING = """
            {"id": .nr, "type": "order.completed", "occurredAt": .at, "customer": {"region": "R-DK"},
             "value": {"amount": .sum, "currency": "DKK"}}""";
    private static final String EVENT = """
            {"nr": "r-1", "at": "2026-01-05T12:00:00Z", "sum": 99.95}""";

    private final Company company = Company.open();

    @Test
    void keepsEachRefusedSignalAndCountsItOnceItsMappingIsRight() throws Exception {
        String squad = company.formSquad("refused", "R-DK");
        register(BROKEN_MAPPING);
        Company.Answer refused = company.post(Service.SIGNAL, "/sources/refused-shop/events", EVENT);
        assertThat(refused.body().path("rejected").asInt()).isEqualTo(1);

        SignalRejected kept = rejected("refused-shop").getFirst();
        register(MAPPING);
        Company.Answer accepted = company.post(Service.SIGNAL, "/sources/refused-shop/events", kept.original());

        assertThat(kept.errors()).extracting(SignalRejected.Reason::field).containsExactly("occurredAt");
        assertThat(accepted.body().path("accepted").asInt()).isEqualTo(1);
        await().atMost(SHOWN_WITHIN)
                .untilAsserted(() ->
                        assertThat(company.totalsOf(squad)).containsEntry("revenue/DKK", new BigDecimal("99.95")));
    }

    @Test
    void letsNothingElseSufferFromWhatIsRefused() throws Exception {
        company.registerSource("mixed-shop", "sales");
        String good = Traffic.of(17, 1, "mixed-shop", List.of("R-FI"))
                .signals()
                .getFirst()
                .json()
                .toString();

        Company.Answer answer = company.post(
                Service.SIGNAL,
                "/signals/batch",
                "[{}, %s, \"text\", {\"id\": 5}, {\"source\": \"nobody\"}]".formatted(good));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.body().path("verdicts").get(1).path("verdict").asText())
                .isEqualTo("accepted");
        assertThat(rejected("nobody")).isNotEmpty();
    }

    private void register(String mapping) throws IOException {
        company.registerSource("refused-shop", "sales", mapping);
    }

    private List<SignalRejected> rejected(String source) {
        Map<String, Object> settings =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, company.stack().bootstrapServers());
        try (KafkaConsumer<String, SignalRejected> consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SIGNALS_REJECTED.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<SignalRejected> found = new ArrayList<>();
            await().atMost(SHOWN_WITHIN).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
                return found.stream().anyMatch(refused -> refused.source().equals(source));
            });
            return found.stream()
                    .filter(refused -> refused.source().equals(source))
                    .toList();
        }
    }
}
