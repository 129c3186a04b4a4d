package org.customervaluesquads.squadservice.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.localstack.fixture.SharedInfrastructure;
import org.customervaluesquads.localstack.infrastructure.Infrastructure;

/** The packaged service as a process of its own, which can be killed; with topics and a database of its own. */
final class ServiceProcess {

    private static final String PREFIX = "killed-";

    /** The database of the other service, which is not there: a relay of another test holds the usual one's lock. */
    private static final String DATABASE = "metrics";

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOG = Path.of("target", "killed-service.log");
    private static final Duration READY_WAIT = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final long END_WAIT_SECONDS = 20;

    private final Infrastructure infrastructure = SharedInfrastructure.get();
    private final int port;
    private final Connection database;
    private Process process;

    ServiceProcess() throws IOException, SQLException {
        this.port = Forwarding.freePort();
        this.database = DriverManager.getConnection(
                infrastructure.jdbcUrl(DATABASE), infrastructure.username(), infrastructure.password());
    }

    /** Starts it, for the first time or again, and waits until it is ready. */
    void start() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString());
        java.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers(),
                        "QUARKUS_DATASOURCE_JDBC_URL", infrastructure.jdbcUrl(DATABASE),
                        "QUARKUS_DATASOURCE_USERNAME", infrastructure.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", infrastructure.password(),
                        "SQUADS_TOPIC_PREFIX", PREFIX,
                        "QUARKUS_HTTP_PORT", Integer.toString(port)));
        process = java.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        await().atMost(READY_WAIT)
                .pollInterval(LOOK_AGAIN)
                .ignoreException(ConnectException.class)
                .until(() -> RestAssured.get(base() + "/q/health/ready").statusCode() == 200);
    }

    /** Kills it without warning, with kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(END_WAIT_SECONDS, TimeUnit.SECONDS))
                .as("the service dies")
                .isTrue();
    }

    /** The events of which messages wait in its outbox, whether it lives or not. */
    Set<String> waiting() throws SQLException {
        Set<String> events = new HashSet<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select event_id from outbox")) {
            while (rows.next()) {
                events.add(rows.getString(1));
            }
        }
        return events;
    }

    /** Reads one of its topics. */
    <V> Reader<V> reader(Topic<V> topic) {
        Topic<V> own = new Topic<>(
                topic.in(PREFIX), topic.keyedBy(), topic.value(), topic.what(), topic.partitions(), topic.keeps());
        return new Reader<>(infrastructure.bootstrapServers(), own);
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** Ends it for good. */
    void end() throws InterruptedException, SQLException {
        if (process != null) {
            kill();
        }
        database.close();
    }
}
