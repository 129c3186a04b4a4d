package org.customervaluesquads.metricsservice.restating.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Rows;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Values of an installation that is older than windows in rows of their own. */
@MetricsServiceTest
class WindowsOfBeforeIT {

    private static final String BEFORE = "older_installation";
    private static final String LAST_OF_BEFORE = "400";

    private static final String SQUADS = """
            INSERT INTO older_installation.squad
                (squad_id, version, name, stage, formed_at, scope, costs, costed_through, touched_wholly, restated_at)
            SELECT squad, 1, squad, 'forming', now(), '{}', '[]', '2026-03-05', false, now()
            FROM (VALUES ('all-sent'), ('some-unsent')) AS v (squad)
            """;
    private static final String VALUES = """
            INSERT INTO older_installation.squad_metric (squad_id, grain, start_at, end_at, metric, unit, direction, value,
                lower_bound, upper_bound, facts, silos, silos_as_of, as_of, revision, restated_at, published)
            SELECT squad, 'hour', '2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z', metric, 'GBP', 'up', 12.50, 12.50, 12.50,
                   3, '{sales}', '{2026-03-05T08:15:00Z}', '2026-03-05T08:15:00Z', 7, '2026-03-05T08:15:01Z', sent
            FROM (VALUES ('all-sent', 'revenue/GBP', true), ('some-unsent', 'revenue/GBP', true),
                         ('some-unsent', 'order-value/GBP', false)) AS v (squad, metric, sent)
            """;

    @Inject
    DataSource database;

    @Test
    void areKeptAndWhatWasNotSentIsRestatedOnceMore() throws Exception {
        migrate(LAST_OF_BEFORE);
        execute(SQUADS);
        execute(VALUES);

        migrate("latest");

        Rows rows = new Rows(database);
        assertThat(rows.texts("""
                        SELECT concat_ws(' ', squad_id, metric, value, facts, revision, silos, as_of = '2026-03-05T08:15:00Z')
                        FROM older_installation.squad_metric ORDER BY 1
                        """))
                .containsExactly(
                        "all-sent revenue/GBP 12.50 3 7 {sales} t",
                        // No facts are ever fewer than none: whatever is reckoned differs, and has the next revision.
                        "some-unsent order-value/GBP 12.50 -1 7 {sales} t",
                        "some-unsent revenue/GBP 12.50 3 7 {sales} t");
        assertThat(rows.texts("SELECT squad_id FROM older_installation.squad WHERE touched_wholly"))
                .containsExactly("some-unsent");
        execute("DROP SCHEMA older_installation CASCADE");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(BEFORE)
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
