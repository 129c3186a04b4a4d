package org.customervaluesquads.squadservice.squads.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database lets pass of memberships that are written past the service. */
@QuarkusTest
class AllocationGuardIT extends ServiceTest {

    private static final String OVER = "person %s would be in squads with %d %% of their time on %s";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, , 110, 2026-03-01",
        "2026-01-01, , 110, 2026-02-01",
        "2026-03-31, 2026-04-01, 110, 2026-03-31",
        "2026-01-01, 2026-02-02, 110, 2026-02-01"
    })
    void refusesAMembershipThatMakesADayTooFull(String since, String until, int percent, String day) throws Exception {
        UUID ada = addPerson("Ada");
        try (Connection connection = begin()) {
            write(connection, ada, "2026-02-01", "2026-04-01", 60);
            connection.commit();
            write(connection, ada, since, until, 50);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(connection::commit)
                    .withMessageContaining(OVER, ada, percent, day)
                    .returns("23514", SQLException::getSQLState);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-02-01, 50", "2026-04-01, , 100", "2026-01-01, , 40"})
    void takesAMembershipForWhichThereIsTime(String since, String until, int allocation) throws Exception {
        UUID ada = addPerson("Ada");
        try (Connection connection = begin()) {
            write(connection, ada, "2026-02-01", "2026-04-01", 60);
            write(connection, ada, since, until, allocation);

            assertThatNoException().isThrownBy(connection::commit);
        }
    }

    @ParameterizedTest
    @CsvSource({"allocation = 41", "since = '2026-02-28'", "until = '2026-04-02'", "until = null"})
    void refusesAChangeThatMakesADayTooFull(String change) throws Exception {
        UUID ada = addPerson("Ada");
        try (Connection connection = begin()) {
            write(connection, ada, "2026-01-01", "2026-03-01", 80);
            write(connection, ada, "2026-03-01", "2026-04-01", 40);
            write(connection, ada, "2026-03-15", "2026-03-20", 60);
            write(connection, ada, "2026-04-01", null, 80);
            connection.commit();
            connection
                    .createStatement()
                    .executeUpdate("update membership set %s where allocation = 40 and person_id = '%s'"
                            .formatted(change, ada));

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(connection::commit)
                    .withMessageContaining("would be in squads with");
        }
    }

    @Test
    void sumsWhatIsThereAtTheCommitAndNotInBetween() throws Exception {
        UUID ada = addPerson("Ada");
        try (Connection connection = begin()) {
            write(connection, ada, "2026-01-01", null, 80);
            write(connection, ada, "2026-02-01", null, 90);
            connection
                    .createStatement()
                    .executeUpdate(
                            "update membership set until = '2026-02-01' where allocation = 80 and person_id = '%s'"
                                    .formatted(ada));

            assertThatNoException().isThrownBy(connection::commit);
        }
    }

    @Test
    void letsTwoWhoGiveOnePersonsTimeAtOnceWaitForEachOther() throws Exception {
        UUID ada = addPerson("Ada");
        try (var thread = Executors.newSingleThreadExecutor();
                Connection second = begin();
                Connection first = begin()) {
            write(first, ada, "2026-01-01", null, 60);
            write(second, ada, "2026-01-01", null, 60);
            first.createStatement().execute("set constraints all immediate");
            Future<String> refusal = thread.submit(refusalOf(second));
            Awaitility.await().atMost(PATIENCE).until(() -> isWaiting(first, second));
            assertThat(refusal.isDone()).isFalse();

            first.commit();

            assertThat(refusal.get()).contains(OVER.formatted(ada, 120, "2026-01-01"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void takesNoMembershipThatIsWrittenOnAnOldSnapshot(int isolation) throws Exception {
        UUID ada = addPerson("Ada");
        try (Connection connection = begin()) {
            connection.setTransactionIsolation(isolation);
            write(connection, ada, "2026-01-01", null, 10);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(connection::commit)
                    .withMessageContaining("are written read committed");
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Writes one into a squad of its own. */
    private static void write(Connection connection, UUID person, String since, String until, int allocation)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into membership (squad_id, person_id, since, until, role, allocation)"
                        + " values (?, ?, ?::date, ?::date, 'analyst', ?)")) {
            insert.setObject(1, formSquad("guarded"));
            insert.setObject(2, person);
            insert.setString(3, since);
            insert.setString(4, until);
            insert.setInt(5, allocation);
            insert.executeUpdate();
        }
    }

    private static Callable<String> refusalOf(Connection connection) {
        return () -> {
            try {
                connection.commit();
                return "none";
            } catch (SQLException refused) {
                return refused.getMessage();
            }
        };
    }

    /** Whether the second connection waits for a lock that the first one has. */
    private static boolean isWaiting(Connection first, Connection second) throws SQLException {
        int blocked = second.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (var asked = first.createStatement()
                .executeQuery("select pg_backend_pid() = any(pg_blocking_pids(" + blocked + "))")) {
            asked.next();
            return asked.getBoolean(1);
        }
    }
}
