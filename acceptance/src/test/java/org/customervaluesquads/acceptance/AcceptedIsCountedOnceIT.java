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
    private static final int BATCH = 50;
    private static final int KILLED_WITHIN_MILLIS = 300;
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(90);

    private final Company company = Company.open();

    @Test
    void holdsWhileEachServiceIsKilledUnderLoad() throws Exception {
        company.registerSource("kill-shop", "sales");
        String north = company.formSquad("north", "K-NO", "K-SE");
        String south = company.formSquad("south", "K-IT");
        Traffic traffic = Traffic.of(SEED, SIGNALS, "kill-shop", List.of("K-NO", "K-SE", "K-IT"));
        List<Service> kills = List.of(Service.SIGNAL, Service.METRICS, Service.SQUAD);
        Random random = new Random(SEED);

        int accepted;
        try (Load load = new Load(company, traffic.batches(BATCH), SEED)) {
            for (int i = 0; i < kills.size(); i++) {
                load.release((i + 1.0) / (kills.size() + 1));
                load.awaitBegun((i + 0.5) / (kills.size() + 1));
                Thread.sleep(random.nextInt(KILLED_WITHIN_MILLIS));
                company.stack().kill(kills.get(i));
                company.stack().start(kills.get(i));
            }
            load.release(1);
            accepted = load.awaitAccepted();
        }

        assertThat(accepted).isGreaterThanOrEqualTo(SIGNALS);
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
        // Enough customers that each partition has some of them: once these are counted, all before them have been.
        Traffic behind = Traffic.of(SEED + 2, 400, "again-shop", List.of("A-FR"));
        String squadBehind = company.formSquad("behind all others", "A-FR");
        for (String batch : behind.batches(BATCH)) {
            client.send(batch);
        }
        awaitTotals(squadBehind, behind.expectedFor(Set.of("A-FR")));

        assertThat(company.totalsOf(squad)).containsAllEntriesOf(traffic.expectedFor(Set.of("A-GB")));
    }

    private void awaitTotals(String squad, Map<String, BigDecimal> expected) {
        await().atMost(COUNTED_WITHIN)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .untilAsserted(() -> assertThat(company.totalsOf(squad)).containsAllEntriesOf(expected));
    }
}
