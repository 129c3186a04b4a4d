package org.customervaluesquads.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.infrastructure.FreePort;

/**
 * Signals through a door: the service's, which judges each, beside a Quarkus program that forwards them to the same
 * broker without looking at them.
 */
final class Doors {

    static final String FORWARDED = "forwarded";
    private static final String PREFIX = "doors-";

    /** The topology of the measured process is told to fetch nothing while the door is measured; it has its own figures. */
    private static final List<String> TOPOLOGY_ASLEEP = List.of(
            "-Dkafka-streams.main.consumer.fetch.min.bytes=1000000000",
            "-Dkafka-streams.main.consumer.fetch.max.bytes=1000000000",
            "-Dkafka-streams.main.consumer.max.partition.fetch.bytes=1000000000",
            "-Dkafka-streams.main.consumer.fetch.max.wait.ms=600000",
            "-Dkafka-streams.main.consumer.request.timeout.ms=700000");

    /** What a request of many signals warms is the work on each. */
    private static final int MANY_SIGNALS = 10;

    private static final Duration WARM_MAX = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final double STILL_WARMING = 1.03;

    private final Bench bench;
    private final Path root;
    private final long warmRequests;
    private final Duration measured;

    Doors(Bench bench, Path root, long warmRequests, Duration measured) {
        this.bench = bench;
        this.root = root;
        this.warmRequests = warmRequests;
        this.measured = measured;
    }

    /** How a door is used: so many signals a request, over so many connections. */
    record Use(String name, int signalsEach, int connections) {}

    /** Two programs, each used in each way; in the order of the uses, bare before product. */
    List<Measured> measure(List<Use> uses) throws Exception {
        bench.createTopics(PREFIX, FORWARDED);
        int barePort = FreePort.any();
        int port = FreePort.any();
        try (ChildProcess bare = startBare(barePort);
                ChildProcess product = startService(bench, root, PREFIX, port, TOPOLOGY_ASLEEP)) {
            bare.awaitReady(URI.create("http://localhost:%d/ready".formatted(barePort)));
            awaitService(product, port);
            List<Measured> results = new ArrayList<>();
            for (Use use : uses) {
                boolean one = use.signalsEach() == 1;
                results.add(
                        load(bare, "bare forward, " + use.name(), barePort, one ? "/one" : "/lines", use, FORWARDED));
                results.add(load(
                        product,
                        "product, " + use.name(),
                        port,
                        one ? "/signals" : "/signals/batch",
                        use,
                        Topics.SIGNALS_JUDGED.name()));
            }
            return results;
        }
    }

    private ChildProcess startBare(int port) throws Exception {
        return ChildProcess.start(
                bench.in("bare-door.log"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", bench.broker(),
                        "QUARKUS_HTTP_PORT", "" + port,
                        "FORWARD_TO", PREFIX + FORWARDED),
                List.of(
                        "-Xmx512m",
                        "-jar",
                        root.resolve("benchmarks/bare-door/target/quarkus-app/quarkus-run.jar")
                                .toString()));
    }

    static ChildProcess startService(Bench bench, Path root, String prefix, int port, List<String> options)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
        arguments.addAll(options);
        arguments.add("-jar");
        arguments.add(root.resolve("signal-service/target/quarkus-app/quarkus-run.jar")
                .toString());
        return ChildProcess.start(
                bench.in(prefix + "signal-service.log"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        bench.broker(),
                        "SQUADS_TOPIC_PREFIX",
                        prefix,
                        "QUARKUS_HTTP_PORT",
                        "" + port,
                        "KAFKA_STREAMS_STATE_DIR",
                        bench.in(prefix + "states").toString()),
                arguments);
    }

    /** Waits until the service is ready, and registers the source of the signals. */
    static void awaitService(ChildProcess service, int port) throws Exception {
        service.awaitReady(URI.create("http://localhost:%d/q/health/ready".formatted(port)));
        HttpRequest register = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/sources/%s".formatted(port, SomeSignals.SOURCE)))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"silo\": \"marketing\", \"channel\": \"web\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(register, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("the source was not registered: " + answer.body());
        }
    }

    private Measured load(ChildProcess process, String name, int port, String path, Use use, String topic)
            throws Exception {
        long before = bench.size(PREFIX + topic);
        AtomicLong answered = new AtomicLong();
        Requests requests = new Requests(path, use.signalsEach(), 7, Instant.now());
        try (Connections connections = Connections.open(port, use.connections())) {
            Runnable send = () -> {
                while (connections.hasIdle()) {
                    connections.send(requests.next(), time -> answered.addAndGet(use.signalsEach()));
                }
            };
            connections.onIdle(send);
            connections.run(send);
            awaitWarm(process, answered, warmRequests * Math.min(use.signalsEach(), MANY_SIGNALS));
            long from = System.nanoTime();
            long answeredFrom = answered.get();
            Duration cpuFrom = process.cpu();
            Thread.sleep(measured);
            Measured result = new Measured(
                    name,
                    answered.get() - answeredFrom,
                    Duration.ofNanos(System.nanoTime() - from),
                    process.cpu().minus(cpuFrom));
            connections.onIdle(() -> {});
            requireAll(answered.get(), bench.size(PREFIX + topic) - before);
            return result;
        }
    }

    /**
     * A program is warm when it has done so much work, and gets no more done with its CPU time than it did before: as long
     * as it does, its compiler is at work, and the larger program would be measured while it compiles.
     */
    private static void awaitWarm(ChildProcess process, AtomicLong answered, long signals) throws InterruptedException {
        long until = System.nanoTime() + WARM_MAX.toNanos();
        double best = 0;
        double now = 0;
        while ((answered.get() < signals || now > best * STILL_WARMING) && System.nanoTime() < until) {
            best = Math.max(best, now);
            long answeredFrom = answered.get();
            Duration cpuFrom = process.cpu();
            Thread.sleep(LOOK_EVERY);
            now = (answered.get() - answeredFrom)
                    / (double) process.cpu().minus(cpuFrom).toNanos();
        }
    }

    private static void requireAll(long answered, long inTheLog) {
        if (inTheLog < answered) {
            throw new IllegalStateException(
                    "%d signals were accepted and %d are in the log".formatted(answered, inTheLog));
        }
    }
}
