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
import org.apache.kafka.common.TopicPartition;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.infrastructure.FreePort;

/**
 * Signals through a door: the service's, which judges each, beside a Quarkus program that forwards them to the same
 * broker, without looking at them, or as far as it takes to find the customer. All are warmed up first, and then measured
 * turn by turn.
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

    private static final Duration WARM_MAX = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final double STILL_COMPILING = 0.05;
    private static final Duration INTO_THE_TURN = Duration.ofMillis(500);

    private final Bench bench;
    private final Path root;
    private final Settings settings;

    Doors(Bench bench, Path root, Settings settings) {
        this.bench = bench;
        this.root = root;
        this.settings = settings;
    }

    /**
     * How it is measured.
     *
     * @param warmRequests at least so many before the first turn
     * @param measured how long one turn is
     */
    record Settings(long warmRequests, Duration measured, int turns) {}

    /** How a door is used: so many signals a request, over so many connections. */
    record Use(String name, int signalsEach, int connections) {}

    /** A program's door, and the topic into which it leads. */
    private record Door(String program, ChildProcess process, int port, String path, String topic) {}

    /** For each use: the bare forward, the bare forward by customer, the product. */
    List<List<Turns>> measure(List<Use> uses) throws Exception {
        bench.createTopics(PREFIX, FORWARDED);
        int barePort = FreePort.any();
        int port = FreePort.any();
        try (ChildProcess bare = startBare(barePort);
                ChildProcess product = startService(bench, root, PREFIX, port, TOPOLOGY_ASLEEP)) {
            bare.awaitReady(URI.create("http://localhost:%d/ready".formatted(barePort)));
            awaitService(product, port);
            List<List<Turns>> results = new ArrayList<>();
            for (Use use : uses) {
                boolean one = use.signalsEach() == 1;
                String judged = Topics.SIGNALS_JUDGED.name();
                results.add(measure(
                        use,
                        List.of(
                                new Door("bare forward", bare, barePort, one ? "/one" : "/lines", FORWARDED),
                                new Door(
                                        "bare forward by customer",
                                        bare,
                                        barePort,
                                        one ? "/keyed/one" : "/keyed/lines",
                                        FORWARDED),
                                new Door("product", product, port, one ? "/signals" : "/signals/batch", judged))));
            }
            return results;
        }
    }

    private List<Turns> measure(Use use, List<Door> doors) throws Exception {
        for (Door door : doors) {
            load(
                    door,
                    use,
                    answered -> awaitWarm(
                            door.process(),
                            answered,
                            settings.warmRequests() * Math.min(use.signalsEach(), MANY_SIGNALS)));
        }
        List<Turns> turns = doors.stream()
                .map(door -> new Turns(door.program() + ", " + use.name(), new ArrayList<>()))
                .toList();
        for (int turn = 0; turn < settings.turns(); turn++) {
            for (int i = 0; i < doors.size(); i++) {
                Door door = doors.get(i);
                Turns its = turns.get(i);
                load(door, use, answered -> its.measured().add(turn(door, answered)));
            }
        }
        return turns;
    }

    private Measured turn(Door door, AtomicLong answered) throws InterruptedException {
        Thread.sleep(INTO_THE_TURN);
        long from = System.nanoTime();
        long answeredFrom = answered.get();
        Duration cpuFrom = door.process().cpu();
        Thread.sleep(settings.measured());
        return new Measured(
                door.program(),
                answered.get() - answeredFrom,
                Duration.ofNanos(System.nanoTime() - from),
                door.process().cpu().minus(cpuFrom));
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

    /** What happens while a door is under load. */
    private interface Under {
        void load(AtomicLong answered) throws InterruptedException;
    }

    private void load(Door door, Use use, Under during) throws Exception {
        Map<TopicPartition, Long> before = bench.ends(PREFIX + door.topic());
        AtomicLong answered = new AtomicLong();
        Requests requests = new Requests(door.path(), use.signalsEach(), 7, Instant.now());
        try (Connections connections = Connections.open(door.port(), use.connections())) {
            Runnable send = () -> {
                while (connections.hasIdle()) {
                    connections.send(requests.next(), time -> answered.addAndGet(use.signalsEach()));
                }
            };
            connections.onIdle(send);
            connections.run(send);
            during.load(answered);
            connections.onIdle(() -> {});
        }
        requireAll(answered.get(), bench.signalsBetween(before, bench.ends(PREFIX + door.topic())));
    }

    /**
     * A program is warm when it has done so much work, and its compiler is done: as long as it is not, the larger program
     * would be measured while it compiles.
     */
    private static void awaitWarm(ChildProcess process, AtomicLong answered, long signals) throws InterruptedException {
        long until = System.nanoTime() + WARM_MAX.toNanos();
        double compiling = 1;
        while ((answered.get() < signals || compiling > STILL_COMPILING) && System.nanoTime() < until) {
            Duration cpuFrom = process.cpu();
            Duration compilerFrom = process.compilerCpu();
            Thread.sleep(LOOK_EVERY);
            compiling = process.compilerCpu().minus(compilerFrom).toMillis()
                    / (double) Math.max(1, process.cpu().minus(cpuFrom).toMillis());
        }
        System.out.printf("warm after %,d signals: the compiler takes %.0f %%%n", answered.get(), compiling * 100);
    }

    private static void requireAll(long answered, long inTheLog) {
        if (inTheLog < answered) {
            throw new IllegalStateException(
                    "%d signals were accepted and %d are in the log".formatted(answered, inTheLog));
        }
    }
}
