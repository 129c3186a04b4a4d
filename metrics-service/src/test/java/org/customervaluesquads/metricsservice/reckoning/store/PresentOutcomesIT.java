package org.customervaluesquads.metricsservice.reckoning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether outcomes whose sums are kept are those that are read; each test has a region of its own. */
@MetricsServiceTest
class PresentOutcomesIT {

    private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @Inject
    FactTallies facts;

    @Inject
    CurrentDefinitions definitions;

    @Inject
    DataSource database;

    private String region = "";

    @BeforeEach
    void goElsewhere() {
        region = "present-" + System.nanoTime();
    }

    @Test
    void growWithWhatIsEntered() throws Exception {
        enter("1", "ann", 10);
        assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "1 facts, 10, 1 customers");

        enter("2", "bea", 5);
        enter("3", "ann", 7);

        assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "3 facts, 22, 2 customers");
        assertThat(kept()).isEqualTo(read());
    }

    @Test
    void countWhatIsEnteredWhileAnOlderTransactionIsOpenOnce() throws Exception {
        try (Connection older = database.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute(insert("late", "cleo", 1));
            enter("1", "ann", 10);
            assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "1 facts, 10, 1 customers");
            enter("2", "ann", 20);
            assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "2 facts, 30, 1 customers");
            older.commit();
        }

        assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "3 facts, 31, 2 customers");
        assertThat(kept()).isEqualTo(read());
    }

    @Test
    void areReadAnewWhenTheyHaveChangedHands() throws Exception {
        enter("1", "ann", 10);
        enter("2", "bea", 10);
        assertThat(kept()).containsEntry("order.completed web", "2 facts, 20, 2 customers");

        execute("UPDATE outcome SET customer_id = 'ann' WHERE region = '" + region + "'");
        assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "2 facts, 20, 1 customers");

        execute("DELETE FROM outcome WHERE region = '" + region + "' AND id LIKE '%1'");
        assertThat(kept()).isEqualTo(read()).containsEntry("order.completed web", "1 facts, 10, 1 customers");
    }

    @Test
    void areNotReadAnewOtherwise() throws Exception {
        enter("1", "ann", 10);
        await().until(this::isSettled);
        assertThat(kept()).containsEntry("order.completed web", "1 facts, 10, 1 customers");

        execute("ALTER TABLE outcome DISABLE TRIGGER note_update");
        try {
            execute("UPDATE outcome SET amount = 99 WHERE region = '" + region + "'");
        } finally {
            execute("ALTER TABLE outcome ENABLE TRIGGER note_update");
        }

        assertThat(read()).containsEntry("order.completed web", "1 facts, 99, 1 customers");
        assertThat(kept()).containsEntry("order.completed web", "1 facts, 10, 1 customers");
    }

    private Map<String, String> kept() {
        return QuarkusTransaction.requiringNew().call(() -> described(facts.inHours(views(), definitions.now())));
    }

    private Map<String, String> read() {
        return QuarkusTransaction.requiringNew().call(() -> described(facts.in(views(), definitions.now())));
    }

    private List<FactView> views() {
        Squad squad = new Squad(region, new Scope(Set.of(region), null, null, null, null), List.of());
        return List.of(new FactView(squad, List.of(Window.hourOf(HOUR))));
    }

    private static Map<String, String> described(List<Map<Window, List<Tally>>> tallies) {
        Map<String, String> described = new TreeMap<>();
        tallies.getFirst()
                .getOrDefault(Window.hourOf(HOUR), List.of())
                .forEach(tally -> described.put(
                        tally.alike().type() + " " + tally.alike().channel(),
                        "%d facts, %s, %s customers"
                                .formatted(
                                        tally.count(),
                                        tally.amount(),
                                        tally.customers().count().value())));
        return described;
    }

    private void enter(String id, String customer, int amount) throws SQLException {
        execute(insert(id, customer, amount));
    }

    private String insert(String id, String customer, int amount) {
        return """
                INSERT INTO outcome (source, id, type, occurred_at, hour, silo, subject, region, channel, amount, currency)
                VALUES ('shop', '%1$s-%2$s', 'order.completed', '%3$s', '%3$s', 'sales', '%4$s', '%1$s', 'web', %5$d, 'GBP')
                """.formatted(region, id, HOUR, customer, amount);
    }

    /** No transaction that is older than what was entered, or than a change of its hour, runs any more. */
    private boolean isSettled() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet settled = statement.executeQuery("""
                        SELECT every(number < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
                        FROM (SELECT entered_by AS number FROM outcome WHERE region = '%s'
                              UNION ALL SELECT changed_by FROM outcome_change) AS numbers
                        """.formatted(region))) {
            return settled.next() && settled.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
