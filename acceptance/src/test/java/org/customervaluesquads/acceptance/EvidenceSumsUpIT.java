package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/** The promise that an intent's contributions sum to its log-odds. */
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
                .untilAsserted(() -> assertThat(
                                company.get(Service.SIGNAL, question).body().path("customers"))
                        .hasSize(100));

        for (JsonNode entry : company.get(Service.SIGNAL, question).body().path("customers")) {
            double sum = entry.path("bias").asDouble();
            for (JsonNode term : entry.path("evidence")) {
                sum += term.path("contribution").asDouble();
            }
            double logOdds = entry.path("logOdds").asDouble();
            assertThat(sum).isCloseTo(logOdds, within(1e-12));
            assertThat(entry.path("score").asDouble()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
        }
    }
}
