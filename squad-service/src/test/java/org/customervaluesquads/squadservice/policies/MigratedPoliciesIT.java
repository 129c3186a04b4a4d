package org.customervaluesquads.squadservice.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.squadservice.PastSchema;
import org.customervaluesquads.squadservice.ServiceTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Policies that were there before they were told of are told once. */
@QuarkusTest
class MigratedPoliciesIT extends ServiceTest {

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @Test
    void areLeftForTheTopic() throws Exception {
        try (PastSchema past = new PastSchema(flyway, database, "152")) {
            past.statement().execute("""
                    insert into policy_layer values
                    ('GLOBAL', '', 0, '{}', '{}', '{}', '{}'),
                    ('REGION', 'GB', 3, '{RETENTION,CONTACT_RULE}', '{chat,sms}', '{P90D,"by \\"day\\""}', '{t,f}'),
                    ('SQUAD', 's-1', 2, '{}', '{}', '{}', '{}')""");
            past.migrateTo("170");

            ResultSet left = past.statement().executeQuery("select key, value from outbox order by sequence");

            left.next();
            assertThat(left.getString("key")).isEqualTo("region:GB");
            PolicyLayerPublished region = read(left);
            assertThat(region.level()).isEqualTo("region");
            assertThat(region.version()).isEqualTo(3);
            assertThat(region.values())
                    .containsExactly(
                            new Value("retention", "chat", "P90D", true),
                            new Value("contact-rule", "sms", "by \"day\"", false));
            left.next();
            assertThat(left.getString("key")).isEqualTo("squad:s-1");
            assertThat(read(left).values()).isEmpty();
            assertThat(left.next()).isFalse();
        }
    }

    private static PolicyLayerPublished read(ResultSet row) throws Exception {
        return MessageJson.mapper().readValue(row.getString("value"), PolicyLayerPublished.class);
    }
}
