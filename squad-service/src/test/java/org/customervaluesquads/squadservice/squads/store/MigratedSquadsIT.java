package org.customervaluesquads.squadservice.squads.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.squadservice.PastSchema;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.history.PastEvents;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Squads that were there before their history was kept can be read as of a past moment all the same. */
@QuarkusTest
class MigratedSquadsIT extends ServiceTest {

    private static final String BEFORE = "1";
    private static final String AFTER = "101";
    private static final UUID SQUAD = new UUID(1, 1);
    private static final UUID ADA = new UUID(0, 1);

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @Test
    void areTakenOverWithTheirPeople() throws Exception {
        try (PastSchema past = new PastSchema(flyway, database, BEFORE)) {
            Statement statement = past.statement();
            statement.execute("insert into person values ('" + ADA + "', 1, 'Ada', 'sales', null, null)");
            statement.execute("insert into squad values ('" + SQUAD + "', 4, 'GB', 'FORMING', 'REVENUE_OPERATIONS',"
                    + " 'sell', null, 12.50, null, '{GB}', '{}', '{}', '{}', '{}', '2026-01-01Z', '2026-03-01Z')");
            statement.execute("insert into membership values ('" + SQUAD + "', '" + ADA
                    + "', '2026-01-05', '2026-02-01', 'lead', 40), ('" + SQUAD + "', '" + ADA
                    + "', '2026-02-01', null, 'lead', 60)");
            past.migrateTo(AFTER);

            Squad then = new ReplayedSquads(events(statement))
                    .asOf(Instant.parse("2026-01-20T00:00:00Z"), SQUAD)
                    .orElseThrow();
            Squad now = new ReplayedSquads(events(statement))
                    .asOf(Instant.parse("2026-04-01T00:00:00Z"), SQUAD)
                    .orElseThrow();

            assertThat(then.memberships()).extracting(Membership::allocation).containsExactly(40);
            assertThat(now.memberships()).extracting(Membership::allocation).containsExactly(40, 60);
            assertThat(now.charter().scope().regions()).containsExactly("GB");
            assertThat(now.charter().mission().valueArea()).isEqualTo(ValueArea.REVENUE_OPERATIONS);
            assertThat(now.version()).isEqualTo(4);
        }
    }

    private static PastEvents events(Statement statement) {
        return new PastEvents() {
            @Override
            public List<Placed> page(UUID squadId, long after, int most) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SquadEventRecorded> upTo(Instant moment, UUID squadId) {
                try (ResultSet rows = statement.executeQuery(
                        "select * from squad_event where occurred_at <= '" + moment + "' order by sequence")) {
                    List<SquadEventRecorded> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new SquadEventRecorded(
                                rows.getString("event_id"),
                                rows.getString("squad_id"),
                                rows.getLong("version"),
                                rows.getString("event"),
                                rows.getTimestamp("occurred_at").toInstant(),
                                StoredJson.read(rows.getString("details"), JsonNode.class)));
                    }
                    return found;
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
    }
}
