package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/** The promise that an intent's contributions sum to its log-odds, with weights set by hand and with learned ones. */
class EvidenceSumsUpIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);

    private final Company company = Company.open();

    @Test
    void givesContributionsThatSumToTheLogOdds() throws Exception {
        company.registerSource("evidence-shop", "sales");
        String squad = company.formSquad("evidence", "E-PT");
        PatientClient client = new PatientClient(company);
        client.send(Traffic.of(13, 800, "evidence-shop", List.of("E-PT"))
                .batches(1_000)
                .getFirst());
        String question = "/squads/" + squad + "/intents?limit=100";

        await().atMost(SHOWN_WITHIN)
                .untilAsserted(() -> assertThat(customersOf(question)).hasSize(100));

        customersOf(question).forEach(EvidenceSumsUpIT::sumsUp);
    }

    @Test
    void givesContributionsThatSumToTheLogOddsOfWhatWasLearned() throws Exception {
        company.registerSource("learning-shop", "sales");
        String squad = company.formSquad("learning", "L-PT");
        PatientClient client = new PatientClient(company);
        for (String batch : Shoppers.ofSixtyDays(17, "learning-shop", "L-PT").batches(500)) {
            client.send(batch);
        }
        await().atMost(SHOWN_WITHIN)
                .until(() -> company.get(Service.SIGNAL, "/intent-models/purchase")
                                .body()
                                .path("serving")
                                .asInt()
                        > 0);

        String question = "/squads/" + squad + "/intents?intent=purchase&limit=50";
        await().atMost(SHOWN_WITHIN)
                .untilAsserted(() -> assertThat(customersOf(question))
                        .isNotEmpty()
                        .allSatisfy(entry ->
                                assertThat(entry.path("modelVersion").asInt()).isPositive()));
        List<JsonNode> entries = customersOf(question);

        entries.forEach(EvidenceSumsUpIT::sumsUp);
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.path("evidence")).isNotEmpty());
    }

    private List<JsonNode> customersOf(String question) throws IOException {
        return company.get(Service.SIGNAL, question)
                .body()
                .path("customers")
                .valueStream()
                .toList();
    }

    private static void sumsUp(JsonNode entry) {
        double sum = entry.path("bias").asDouble();
        for (JsonNode term : entry.path("evidence")) {
            sum += term.path("contribution").asDouble();
        }
        double logOdds = entry.path("logOdds").asDouble();
        assertThat(sum).isCloseTo(logOdds, within(1e-12));
        assertThat(entry.path("score").asDouble()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
    }
}
