package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise that whatever was answered accepted is in every number exactly once.
 *
 * <p>Valid: accepted 1, 2, 3, killed, accepted 3 again, 4: counted 1, 2, 3, 4. Invalid: counted 1, 2, 4 (lost), or 1, 2,
 * 3, 3, 4 (twice). What comes by the inbox is accepted when the broker has acknowledged it.
 *
 * <p>By hand and longer: {@code docs/accepted-is-counted-once.md}.
 */
class AcceptedIsCountedOnceIT {

    private static final System.Logger LOG = System.getLogger("acceptance");

    private static final int SIGNALS = Integer.getInteger("acceptance.signals", 8_000);
    private static final int SEEDS = Integer.getInteger("acceptance.seeds", 3);
    private static final int KILLS = Integer.getInteger("acceptance.kills", 8);
    private static final long FIRST_SEED = Long.getLong("acceptance.first-seed", 20_260_105);
    private static final int BATCH = Math.clamp(SIGNALS / 200, 50, 500);
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(180 + SIGNALS / 200);
    private static final Executor FORMED_AMIDST = CompletableFuture.delayedExecutor(8, TimeUnit.SECONDS);
    private static final List<String> SILOS =
            List.of("sales", "marketing", "service", "product", "finance", "logistics", "sales", "service");

    private static final int BY_INBOX = 2;

    private static Cluster cluster;
    private static Company company;

    @BeforeAll
    static void open() throws IOException {
        cluster = Cluster.start("cluster", 2, Map.of());
        company = cluster.company();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsWhileServicesAndBrokerAreKilledUnderLoad(long seed) throws Exception {
        String region = "R" + seed + "-";
        List<String> sources = registerSources(cluster, seed);
        Traffic traffic = Traffic.of(seed, SIGNALS, sources, List.of(region + "NO", region + "SE", region + "IT"));
        String north = formPatiently(seed + " north", region + "NO", region + "SE");
        String south = formPatiently(seed + " south", region + "IT");
        Kills kills = Kills.of(seed, KILLS, cluster.broker(), cluster.services());
        LOG.log(
                Level.INFO,
                "seed {0}: {1} signals, a quarter of them by the inbox, killed: {2}",
                seed + "",
                SIGNALS + "",
                kills);
        Instant began = Instant.now();

        CompletableFuture<String> amidst = CompletableFuture.supplyAsync(
                () -> formPatiently(seed + " amidst", region + "SE", region + "IT"), FORMED_AMIDST);
        Set<String> accepted;
        try (InboxClient inbox = new InboxClient(cluster.bootstrapServers())) {
            Deliveries deliveries = new Deliveries(company, inbox, traffic, BATCH, byInbox(sources));
            accepted = acceptedOf(deliveries, kills, seed);
        }
        assertThat(accepted).hasSize(SIGNALS);
        Map<String, Set<String>> squads = Map.of(
                north,
                Set.of(region + "NO", region + "SE"),
                south,
                Set.of(region + "IT"),
                amidst.get(2, TimeUnit.MINUTES),
                Set.of(region + "SE", region + "IT"));
        Comparison comparison = new Comparison(company, traffic.only(accepted), squads);
        awaitEqual(comparison);
        awaitEachOnce(seed, accepted);
        awaitCountedBehind(seed + 1_000, sources.getFirst());
        assertThat(comparison.differences()).isEmpty();
        LOG.log(
                Level.INFO,
                "seed {0}: accepted = counted, {1} signals, each once, after {2} s",
                seed + "",
                accepted.size() + "",
                Duration.between(began, Instant.now()).toSeconds() + "");
    }

    @Test
    void wouldFailIfDuplicatesWereNotKnown() throws Exception {
        Map<Service, String> remembersNothing = Map.of(Service.SIGNAL, "squads.duplicate-window=PT0S");
        try (Cluster forgetful = Cluster.start("forgetful", 1, remembersNothing)) {
            Company itsCompany = forgetful.company();
            List<String> sources = registerSources(forgetful, 1);
            Traffic traffic = Traffic.of(1, 400, sources, List.of("F-GB"));
            String squad = itsCompany.formSquad("forgetful", "F-GB");
            PatientClient client = new PatientClient(itsCompany);
            for (String batch : traffic.batches(BATCH)) {
                client.send(batch);
                client.send(batch);
            }

            Comparison comparison = new Comparison(itsCompany, traffic, Map.of(squad, Set.of("F-GB")));

            await().atMost(COUNTED_WITHIN)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(comparison.differences())
                            .anyMatch(difference ->
                                    difference.measure().equals("signals") && difference.isCountedTooOften()));
            SignalsTopic topic = new SignalsTopic(forgetful.bootstrapServers());
            await().atMost(COUNTED_WITHIN).until(topic::isCaughtUp);
            assertThat(topic.counts(id -> true).values()).contains(2);
        }
    }

    private static List<String> registerSources(Cluster where, long seed) throws IOException {
        List<String> sources = IntStream.range(0, SILOS.size())
                .mapToObj(i -> "source-" + seed + "-" + i)
                .toList();
        where.awaitReady();
        for (int i = 0; i < SILOS.size(); i++) {
            where.company().registerSource(sources.get(i), SILOS.get(i));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> where.knowsEverywhere(sources.getLast()));
        return sources;
    }

    private static String formPatiently(String name, String... regions) {
        return await().atMost(COUNTED_WITHIN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> company.formSquad(name, regions), id -> !id.isEmpty());
    }

    /** The last two of the eight put their signals on the inbox. */
    private static Set<String> byInbox(List<String> sources) {
        return Set.copyOf(sources.subList(sources.size() - BY_INBOX, sources.size()));
    }

    private static Set<String> acceptedOf(Deliveries deliveries, Kills kills, long seed) throws Exception {
        try (Load load = new Load(deliveries, seed)) {
            kills.during(load);
            return deliveries.names(load.awaitAccepted());
        }
    }

    private static void awaitEqual(Comparison comparison) {
        await().atMost(COUNTED_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(comparison.differences()).isEmpty());
    }

    private static void awaitEachOnce(long seed, Set<String> accepted) {
        SignalsTopic topic = new SignalsTopic(cluster.bootstrapServers());
        await().atMost(COUNTED_WITHIN).until(topic::isCaughtUp);
        Map<String, Integer> counts = topic.counts(id -> id.startsWith(seed + "-"));
        assertThat(counts.keySet()).isEqualTo(accepted);
        assertThat(counts.entrySet().stream()
                        .filter(count -> count.getValue() != 1)
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    /** Enough customers that each partition has some of them: once these are counted, all before them have been. */
    private static void awaitCountedBehind(long seed, String source) throws InterruptedException {
        String region = "B" + seed;
        Traffic behind = Traffic.of(seed, 400, source, List.of(region));
        String squad = formPatiently("behind " + seed, region);
        PatientClient client = new PatientClient(company);
        for (String batch : behind.batches(BATCH)) {
            client.send(batch);
        }
        awaitEqual(new Comparison(company, behind, Map.of(squad, Set.of(region))));
    }
}
