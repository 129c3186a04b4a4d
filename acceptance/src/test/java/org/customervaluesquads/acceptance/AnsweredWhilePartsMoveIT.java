package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.acceptance.Company.Answer;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An instance that starts again with much to restore has but copies for minutes, while the other one holds all customers.
 * Either answers for all of them meanwhile.
 */
class AnsweredWhilePartsMoveIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SOURCE = "moved-shop";
    private static final int SIGNALS = 400;
    private static final int CUSTOMERS = 40;

    /** Anything that is to be restored at all is much. */
    private static final String ANYTHING_IS_MUCH = "kafka-streams.acceptable.recovery.lag=0";

    private static Cluster cluster;

    @BeforeAll
    static void open() throws IOException {
        cluster = Cluster.start("moving", 2, Map.of(Service.SIGNAL, ANYTHING_IS_MUCH));
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void answersForAllCustomersFromAnInstanceThatHoldsNone() throws Exception {
        Company company = cluster.company();
        company.registerSource(SOURCE, "sales");
        await().atMost(SOON).until(() -> cluster.knowsEverywhere(SOURCE));
        String squad = company.formSquad("moved", "M-GB");
        Traffic traffic = Traffic.of(1, SIGNALS, SOURCE, List.of("M-GB"));
        PatientClient client = new PatientClient(company);
        for (String batch : traffic.batches(SIGNALS)) {
            client.send(batch);
        }
        client.send("[" + traffic.signals().getFirst().json().deepCopy().put("channel", "email") + "]");
        URI stays = cluster.addresses(Service.SIGNAL).getFirst();
        awaitAllAt(stays, squad);

        Member again = cluster.services().stream()
                .filter(member -> member.toString().startsWith("signal-service-2"))
                .findFirst()
                .orElseThrow();
        again.kill();
        awaitAllAt(stays, squad);
        again.start();
        cluster.awaitReady();

        for (URI instance : cluster.addresses(Service.SIGNAL)) {
            awaitAllAt(instance, squad);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Company.at(service -> instance)
                                    .get(Service.SIGNAL, "/signals/duplicates?source=" + SOURCE)
                                    .body()
                                    .path("count")
                                    .asInt())
                            .isEqualTo(1));
        }
        assertThat(statusAsAnInstanceAsks(cluster.addresses(Service.SIGNAL).getLast(), squad))
                .as("of the one that has only copies: it says so, and not that there are no customers")
                .isEqualTo(503);
    }

    private static int statusAsAnInstanceAsks(URI instance, String squad) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(instance.resolve("/squads/" + squad + "/intents?limit=1"))
                .header("X-Squads-From-Instance", "another")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(question, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void awaitAllAt(URI instance, String squad) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(customersAt(instance, squad)).hasSize(CUSTOMERS));
    }

    private static Set<String> customersAt(URI instance, String squad) throws IOException {
        Answer answer = Company.at(service -> instance)
                .get(Service.SIGNAL, "/squads/" + squad + "/intents?intent=research&limit=200");
        if (answer.status() != 200) {
            throw new IOException("no intents: " + answer);
        }
        Set<String> customers = new TreeSet<>();
        for (JsonNode entry : answer.body().path("customers")) {
            customers.add(entry.path("customerId").asText());
        }
        return customers;
    }
}
