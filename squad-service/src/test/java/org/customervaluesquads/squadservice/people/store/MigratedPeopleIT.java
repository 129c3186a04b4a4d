package org.customervaluesquads.squadservice.people.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.squadservice.PastSchema;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.people.CostRate;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Skill;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** People who were there before their versions were kept are taken to have been as they are. */
@QuarkusTest
class MigratedPeopleIT extends ServiceTest {

    private static final UUID ADA = new UUID(0, 1);

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @Test
    void areTakenOverAsTheyAre() throws Exception {
        try (PastSchema past = new PastSchema(flyway, database, "172")) {
            past.statement().execute("insert into person values ('" + ADA + "', 3, 'Ada', 'sales', null, 'GB')");
            past.statement()
                    .execute("insert into person_skill values ('" + ADA + "', 'sql', 4, 1), ('" + ADA
                            + "', 'design', 2, 0)");
            past.statement()
                    .execute("insert into cost_rate values ('" + ADA + "', '0001-01-01', 400.00, 'GBP'), ('" + ADA
                            + "', '2026-02-01', 480.5, 'GBP')");
            past.migrateTo("173");

            Person ada = only(past.statement().executeQuery("select * from person_version"));

            assertThat(ada.version()).isEqualTo(3);
            assertThat(ada.profile().region()).isEqualTo("GB");
            assertThat(ada.profile().functionalLead()).isNull();
            assertThat(ada.profile().skills()).containsExactly(new Skill("design", 2), new Skill("sql", 4));
            assertThat(ada.costRates().inOrder())
                    .isEqualTo(List.of(
                            new CostRate(LocalDate.of(1, 1, 1), new Money(new BigDecimal("400.00"), "GBP")),
                            new CostRate(LocalDate.of(2026, 2, 1), new Money(new BigDecimal("480.5"), "GBP"))));
        }
    }

    private static Person only(ResultSet rows) throws Exception {
        rows.next();
        PersonVersionRow row = new PersonVersionRow();
        row.personId = rows.getObject("person_id", UUID.class);
        row.version = rows.getLong("version");
        row.profile = rows.getString("profile");
        row.costRates = rows.getString("cost_rates");
        assertThat(rows.getTimestamp("known_at").toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(rows.next()).isFalse();
        return row.person();
    }
}
