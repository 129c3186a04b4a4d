package org.customervaluesquads.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.customervaluesquads.localstack.infrastructure.Database;
import org.customervaluesquads.localstack.infrastructure.FreePort;
import org.customervaluesquads.localstack.stack.Service;

/** The services in several instances, a database, and a broker in a process of its own: each can be killed. */
final class Cluster implements AutoCloseable {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HOST = "localhost";
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(5);

    /** Below those that the system gives to clients, one of which could otherwise take a killed member's port. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 100) * 100);

    private static final List<String> SMALL_JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            // They live for minutes and start often.
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final Map<Service, String> settings;
    private final int brokerPort = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WAIT).build();
    private final Map<Service, List<URI>> addresses = new EnumMap<>(Service.class);
    private final List<Member> services = new ArrayList<>();
    private final Database database;
    private final Member broker;

    private Cluster(Path folder, Map<Service, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.database = Database.start(folder.resolve("postgres"), freePort());
        this.broker = newBroker();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-cluster"));
    }

    /**
     * Starts afresh, and returns when all of it is ready.
     *
     * @param instances how many of each service that is not the only one of its kind
     * @param settings a property to start a service with, where it is not to be the usual one
     */
    static Cluster start(String name, int instances, Map<Service, String> settings) throws IOException {
        Path folder =
                Path.of("target", name + "-" + ProcessHandle.current().pid()).toAbsolutePath();
        Files.createDirectories(folder);
        Cluster cluster = new Cluster(folder, settings);
        cluster.broker.start();
        cluster.broker.awaitReady();
        cluster.add(Service.SQUAD, 1);
        cluster.add(Service.SIGNAL, instances);
        cluster.add(Service.METRICS, instances);
        cluster.services.forEach(Member::start);
        cluster.awaitReady();
        return cluster;
    }

    /** Waits until each of its processes can work. */
    void awaitReady() {
        broker.awaitReady();
        services.forEach(Member::awaitReady);
    }

    Member broker() {
        return broker;
    }

    /** The services' processes. */
    List<Member> services() {
        return List.copyOf(services);
    }

    /** Where the instances of a service answer. */
    List<URI> addresses(Service service) {
        return addresses.get(service);
    }

    String bootstrapServers() {
        return HOST + ":" + brokerPort;
    }

    /** The company as whoever spreads requests over the instances sees it. */
    Company company() {
        AtomicInteger next = new AtomicInteger();
        return Company.at(service -> {
            List<URI> instances = addresses(service);
            return instances.get(Math.floorMod(next.getAndIncrement(), instances.size()));
        });
    }

    /** Whether each instance goes by this source already. */
    boolean knowsEverywhere(String source) throws IOException {
        for (URI instance : addresses(Service.SIGNAL)) {
            if (Company.at(service -> instance)
                            .get(Service.SIGNAL, "/sources/" + source)
                            .status()
                    != 200) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        CompletableFuture.allOf(services.stream()
                        .map(service -> CompletableFuture.runAsync(service::stop))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        broker.stop();
        database.close();
    }

    private Member newBroker() {
        List<String> command = new ArrayList<>(SMALL_JVM);
        command.addAll(List.of(
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                folder.resolve("kafka").toString(),
                Integer.toString(brokerPort)));
        return new Member("broker", command, Map.of(), log("broker"), this::brokerAnswers);
    }

    private void add(Service service, int instances) {
        for (int i = 1; i <= instances; i++) {
            String name = service.module() + "-" + i;
            int port = freePort();
            URI address = URI.create("http://" + HOST + ":" + port);
            addresses.computeIfAbsent(service, none -> new ArrayList<>()).add(address);
            List<String> command = new ArrayList<>(SMALL_JVM);
            command.add("-Xmx256m");
            command.add("-Dkafka-streams.state.dir=" + folder.resolve(name));
            command.add("-Dkafka-streams.group.instance.id=" + name);
            Stream.ofNullable(settings.get(service)).forEach(setting -> command.add("-D" + setting));
            command.addAll(List.of("-jar", service.jarBelow(HOME).toString()));
            services.add(new Member(name, command, environment(service, port), log(name), () -> isReady(address)));
        }
    }

    private Map<String, String> environment(Service service, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_KAFKA_STREAMS_APPLICATION_SERVER", HOST + ":" + port);
        environment.put("MALLOC_ARENA_MAX", "2");
        service.database().ifPresent(name -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(name));
            environment.put("QUARKUS_DATASOURCE_USERNAME", Database.OWNER);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", Database.OWNER);
            // The database of a laptop takes few connections, and there are several instances.
            environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12");
        });
        return environment;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private boolean isReady(URI address) {
        try {
            HttpRequest question = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                    .timeout(ANSWER_WAIT)
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    private boolean brokerAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, brokerPort), (int) ANSWER_WAIT.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        while (!FreePort.is(port)) {
            port = NEXT_PORT.getAndIncrement();
        }
        return port;
    }
}
