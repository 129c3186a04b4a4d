package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The promise that the same signals, shuffled and late, give the same intents, and the same metrics but for how many
 * customers reached a high intent on the way: the way is what is shuffled. What is learned depends on the way too, so the
 * weights set by hand serve meanwhile.
 */
class OrderDoesNotMatterIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);

    private final Company company = Company.open();

    @BeforeEach
    void switchLearningOff() throws IOException {
        for (String intent : intents()) {
            String path = "/intent-models/" + intent + "/serving";
            assertThat(company.put(Service.SIGNAL, path, "{\"version\": 0, \"pinned\": true}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @AfterEach
    void switchLearningOn() throws IOException {
        for (String intent : intents()) {
            company.delete(Service.SIGNAL, "/intent-models/" + intent + "/serving");
        }
    }

    @Test
    void givesTheSameMetricsAndIntentsForShuffledSignals() throws Exception {
        company.registerSource("order-shop", "sales");
        company.registerSource("disorder-shop", "sales");
        String ordered = company.formSquad("in order", "O-IN");
        String shuffled = company.formSquad("in disorder", "O-UN");
        Traffic inOrder = Traffic.of(11, 1_000, "order-shop", List.of("O-IN"));
        List<Traffic.Sent> same = new ArrayList<>(
                Traffic.of(11, 1_000, "disorder-shop", List.of("O-UN")).signals());
        Collections.shuffle(same, new Random(11));
        Traffic inDisorder = new Traffic(same);

        PatientClient client = new PatientClient(company);
        for (String batch : inOrder.batches(200)) {
            client.send(batch);
        }
        for (String batch : inDisorder.batches(200)) {
            client.send(batch);
        }

        await().atMost(SHOWN_WITHIN).untilAsserted(() -> {
            Map<String, BigDecimal> totals = company.totalsOf(ordered);
            assertThat(totals).containsAllEntriesOf(inOrder.expectedFor(Set.of("O-IN")));
            assertThat(company.totalsOf(shuffled)).isEqualTo(withoutIntents(totals, company.totalsOf(shuffled)));
        });
        for (int i = 0; i < 40; i += 7) {
            Map<String, Double> expected = scoresOf("O-IN-" + i);
            assertThat(scoresOf("O-UN-" + i))
                    .hasSize(8)
                    .allSatisfy((intent, score) ->
                            assertThat(score).as(intent).isCloseTo(expected.get(intent), within(1e-4)));
        }
    }

    /** How many customers reached a high intent on the way depends on the way; what they are at its end does not. */
    private static Map<String, BigDecimal> withoutIntents(
            Map<String, BigDecimal> totals, Map<String, BigDecimal> others) {
        Map<String, BigDecimal> compared = new TreeMap<>(totals);
        compared.keySet().removeIf(metric -> metric.startsWith("high-intent"));
        others.forEach((metric, value) -> {
            if (metric.startsWith("high-intent")) {
                compared.put(metric, value);
            }
        });
        return compared;
    }

    private List<String> intents() throws IOException {
        List<String> intents = new ArrayList<>();
        company.get(Service.SIGNAL, "/intent-models")
                .body()
                .forEach(model -> intents.add(model.path("intent").asText()));
        return intents;
    }

    private Map<String, Double> scoresOf(String customer) throws IOException {
        Map<String, Double> scores = new TreeMap<>();
        for (JsonNode intent : company.get(Service.SIGNAL, "/customers/" + customer + "/intents")
                .body()
                .path("intents")) {
            scores.put(intent.path("intent").asText(), intent.path("score").asDouble());
        }
        return scores;
    }
}
