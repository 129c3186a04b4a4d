package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
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
 * An instance that starts again with much to restore works on copies for minutes, while the other one holds all customers. Each
 * of them answers for all, at any time.
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
        for (String batch : Traffic.of(1, SIGNALS, SOURCE, List.of("M-GB")).batches(SIGNALS)) {
            new PatientClient(company).send(batch);
        }
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
            assertThat(Company.at(service -> instance)
                            .get(Service.SIGNAL, "/signals/duplicates?source=" + SOURCE)
                            .status())
                    .isEqualTo(200);
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
