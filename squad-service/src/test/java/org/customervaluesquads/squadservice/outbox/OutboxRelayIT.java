package org.customervaluesquads.squadservice.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.SquadsConfig;
import org.customervaluesquads.squadservice.outbox.kafka.OutboxRelay;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to messages while relays and brokers come and go. */
@QuarkusTest
class OutboxRelayIT extends ServiceTest {

    private static final int DEATHS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ends the relay's session at the moment when it would delete what it has sent, a few times. */
    private static final String KILL_BEFORE_DELETE = """
            create sequence death;
            create function die() returns trigger language plpgsql as $$ begin
              if nextval('death') <= %d then
                perform pg_terminate_backend(pg_backend_pid());
                perform pg_sleep(1);
              end if;
              return null;
            end $$;
            create trigger kill_before_delete before delete on outbox
            for each statement execute function die()""".formatted(DEATHS);

    private static final String LET_LIVE = """
            drop trigger if exists kill_before_delete on outbox;
            drop function if exists die; drop sequence if exists death""";

    @Inject
    OutboxRelay relay;

    @Inject
    DataSource database;

    @Inject
    SquadsConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @BeforeEach
    void stopRelaying() throws SQLException {
        relay.stop();
        execute(LET_LIVE);
    }

    @AfterEach
    void relayAgain() throws SQLException {
        execute(LET_LIVE);
        relay.start();
        awaitEmptyOutbox();
    }

    @Test
    void sendsAgainInOrderWhatARelaySentBeforeItDied() throws SQLException {
        UUID squad = formSquad("resent");
        join(squad, addPerson("Ada"), 10).then().statusCode(201);
        join(squad, addPerson("Bob"), 10).then().statusCode(201);
        execute(KILL_BEFORE_DELETE);

        relay.start();

        awaitEmptyOutbox();
        try (var reader = new Reader<>(broker, Topics.SQUAD_EVENTS)) {
            var events = reader.read(squad, 3 * (DEATHS + 1));
            List<String> ids = events.stream()
                    .map(event -> Reader.header(event, CloudEventHeaders.ID))
                    .toList();
            assertThat(events)
                    .extracting(event -> event.value().version())
                    .containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 1L, 2L, 3L, 1L, 2L, 3L);
            assertThat(ids.subList(9, 12)).isEqualTo(ids.subList(0, 3)).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsMessagesUntilThereIsABroker() throws Exception {
        int port = Forwarding.freePort();
        Map<String, Object> laterKafka = new HashMap<>(kafka);
        laterKafka.put("bootstrap.servers", "localhost:" + port);
        OutboxRelay early = new OutboxRelay(database, laterKafka, config);
        early.start();
        UUID squad = formSquad("early");

        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().body(containsString("squads_outbox_length 2.0"));

        try (var later = new Forwarding(port, broker);
                var reader = new Reader<>(broker, Topics.SQUAD_EVENTS)) {
            assertThat(reader.read(squad, 1)).hasSize(1);
            awaitEmptyOutbox();
            assertThat(later.isOpen()).isTrue();
        } finally {
            early.stop();
        }
    }

    @Test
    void leavesTheWorkToTheRelayThatIsThereFirst() throws Exception {
        relay.start();
        OutboxRelay second = new OutboxRelay(database, kafka, config);
        second.start();
        UUID squad = formSquad("once");

        try (var reader = new Reader<>(broker, Topics.SQUAD_EVENTS)) {
            assertThat(reader.read(squad, 1)).hasSize(1);
            relay.stop();
            join(squad, addPerson("Ada"), 10).then().statusCode(201);
            assertThat(reader.read(squad, 2))
                    .extracting(event -> event.value().version())
                    .containsExactly(1L, 2L);
        } finally {
            second.stop();
        }
    }

    private void awaitEmptyOutbox() {
        Awaitility.await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    private long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
