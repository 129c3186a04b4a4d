package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/**
 * The promise that whatever was answered accepted is in every number exactly once.
 *
 * <p>Valid: accepted 1, 2, 3, killed, accepted 3 again, 4: counted 1, 2, 3, 4. Invalid: counted 1, 2, 4 (lost), or 1, 2,
 * 3, 3, 4 (twice).
 */
class AcceptedIsCountedOnceIT {

    private static final long SEED = 20_260_105;
    private static final int SIGNALS = 6_000;
    private static final int BATCH = 100;
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(90);

    private final Company company = Company.open();

    @Test
    void holdsWhileEachServiceIsKilledUnderLoad() throws Exception {
        company.registerSource("kill-shop", "sales");
        String north = company.formSquad("north", "K-NO", "K-SE");
        String south = company.formSquad("south", "K-IT");
        Traffic traffic = Traffic.of(SEED, SIGNALS, "kill-shop", List.of("K-NO", "K-SE", "K-IT"));
        PatientClient client = new PatientClient(company);
        Random random = new Random(SEED);
        List<String> batches = traffic.batches(BATCH);

        CompletableFuture<Void> restarts = CompletableFuture.completedFuture(null);
        int third = batches.size() / Service.values().length;
        for (int i = 0; i < batches.size(); i++) {
            if (i % third == third / 2 && i / third < Service.values().length) {
                Service killed = Service.values()[i / third];
                restarts.join();
                company.stack().kill(killed);
                restarts = CompletableFuture.runAsync(() -> company.stack().start(killed));
            }
            client.send(batches.get(i));
            if (random.nextInt(10) == 0) {
                client.send(batches.get(random.nextInt(i + 1)));
            }
        }
        restarts.join();

        assertThat(client.accepted()).isGreaterThanOrEqualTo(SIGNALS);
        awaitTotals(north, traffic.expectedFor(Set.of("K-NO", "K-SE")));
        awaitTotals(south, traffic.expectedFor(Set.of("K-IT")));
    }

    @Test
    void holdsWhenAllIsSentAgain() throws Exception {
        company.registerSource("again-shop", "sales");
        String squad = company.formSquad("again", "A-GB");
        Traffic traffic = Traffic.of(SEED + 1, 1_000, "again-shop", List.of("A-GB"));
        PatientClient client = new PatientClient(company);
        for (String batch : traffic.batches(BATCH)) {
            client.send(batch);
        }
        awaitTotals(squad, traffic.expectedFor(Set.of("A-GB")));

        for (String batch : traffic.batches(BATCH)) {
            client.send(batch);
        }
        Traffic one = Traffic.of(SEED + 2, 1, "again-shop", List.of("A-FR"));
        String behind = company.formSquad("behind all others", "A-FR");
        client.send(one.batches(1).getFirst());
        awaitTotals(behind, one.expectedFor(Set.of("A-FR")));

        assertThat(company.totalsOf(squad)).containsAllEntriesOf(traffic.expectedFor(Set.of("A-GB")));
    }

    private void awaitTotals(String squad, Map<String, BigDecimal> expected) {
        await().atMost(COUNTED_WITHIN)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .untilAsserted(() -> assertThat(company.totalsOf(squad)).containsAllEntriesOf(expected));
    }
}
