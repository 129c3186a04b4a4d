package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/**
 * The promise that a silo that floods, or sends what nobody can read, delays no other silo and costs it nothing.
 *
 * <p>How long the others' requests take is held against how long they took just before, never against a time.
 */
class OneSilosFailureIsItsOwnIT {

    private static final long SEED = 20_260_212;
    private static final int SIGNALS = 3_000;
    private static final int BATCH = 10;
    private static final int QUOTA = 50;
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(90);

    /** Sharing the cores with the flood costs a few times; waiting for what others sent would cost hundreds of times. */
    private static final int SLOWER_AT_MOST = 50;

    private final Company company = Company.open();

    @Test
    void letsTheOthersBeAcceptedAndCountedWhileOneFloodsAndOneSendsGarbage() throws Exception {
        String squad = company.formSquad("calm", "F-CALM");
        Traffic calm = Traffic.of(SEED, SIGNALS, "calm-shop", List.of("F-CALM"));
        company.registerSource("calm-shop", "sales");
        company.registerSource("flood-shop", "sales", QUOTA);
        company.registerSource("wild-shop", "marketing");
        company.registerSource("broken-desk", "service", "{\"id\": .nr / 0}");
        List<String> batches = calm.batches(BATCH);
        int half = batches.size() / 2;
        Duration before = medianOf(batches.subList(0, half));

        Duration during;
        List<Flood> floods = floods();
        try {
            floods.forEach(Flood::awaitAnswers);
            during = medianOf(batches.subList(half, batches.size()));
        } finally {
            floods.forEach(Flood::close);
        }

        assertThat(during).isLessThan(before.multipliedBy(SLOWER_AT_MOST));
        assertThat(floods.getFirst().answers()).as("the flood over its quota").containsKey(429);
        assertThat(floods)
                .allSatisfy(flood -> assertThat(flood.answers().keySet())
                        .as("what the door answered to " + flood)
                        .isSubsetOf(202, 400, 429));
        awaitTotals(squad, calm.expectedFor(Set.of("F-CALM")));
    }

    @Test
    void throttlesInAMixedBatchOnlyTheSourceThatIsOverItsQuota() throws Exception {
        company.registerSource("mixed-calm", "sales");
        company.registerSource("mixed-flood", "sales", 1);
        String full = Traffic.of(SEED, 1_000, "mixed-flood", List.of("F-NONE"))
                .batches(1_000)
                .getFirst();
        assertThat(company.post(Service.SIGNAL, "/signals/batch", full).status())
                .isEqualTo(202);
        String one = Traffic.of(SEED, 1, "mixed-calm", List.of("F-NONE"))
                .signals()
                .getFirst()
                .json()
                .toString();
        String other = Traffic.of(SEED, 1, "mixed-flood", List.of("F-NONE"))
                .signals()
                .getFirst()
                .json()
                .toString();

        Company.Answer mixed = company.post(Service.SIGNAL, "/signals/batch", "[%s, %s]".formatted(other, one));

        assertThat(mixed.status()).isEqualTo(202);
        assertThat(mixed.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(mixed.body().path("turnedAway").asInt()).isEqualTo(1);
        assertThat(mixed.body().path("verdicts").get(0).path("verdict").asText())
                .isEqualTo("throttled");
        assertThat(company.post(Service.SIGNAL, "/signals/batch", "[%s]".formatted(other))
                        .status())
                .isEqualTo(429);
    }

    private List<Flood> floods() {
        String quota = Traffic.of(SEED + 1, 1_000, "flood-shop", List.of("F-NONE"))
                .batches(1_000)
                .getFirst();
        String wild = Traffic.of(SEED + 2, 1_000, "wild-shop", List.of("F-NONE"))
                .batches(1_000)
                .getFirst();
        return List.of(
                new Flood(company, "/signals/batch", quota),
                new Flood(company, "/signals/batch", wild),
                new Flood(company, "/sources/broken-desk/events", "[%s{}]".formatted("{\"nr\": 1},".repeat(99))),
                new Flood(company, "/signals/batch", "{ \"garbage\": ".repeat(1_000)));
    }

    /** Sends the batches one after the other, each of which must be accepted whole; gives the median of their times. */
    private Duration medianOf(List<String> batches) throws IOException {
        List<Duration> times = new ArrayList<>();
        for (String batch : batches) {
            long start = System.nanoTime();
            Company.Answer answer = company.post(Service.SIGNAL, "/signals/batch", batch);
            times.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(answer.status()).as("%s", answer).isEqualTo(202);
            assertThat(answer.body().path("accepted").asInt()).isEqualTo(BATCH);
        }
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private void awaitTotals(String squad, Map<String, BigDecimal> expected) {
        await().atMost(COUNTED_WITHIN)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .untilAsserted(() -> assertThat(company.totalsOf(squad)).containsAllEntriesOf(expected));
    }
}
