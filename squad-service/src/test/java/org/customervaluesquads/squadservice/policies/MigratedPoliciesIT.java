package org.customervaluesquads.squadservice.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.squadservice.PastSchema;
import org.customervaluesquads.squadservice.ServiceTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Policies that were there before they were told of are told once, and again where they had no form. */
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

    @Test
    void areToldAgainWhereTheirConsentHadNoForm() throws Exception {
        try (PastSchema past = new PastSchema(flyway, database, "173")) {
            past.statement().execute("""
                    insert into policy_layer values
                    ('GLOBAL', '', 7, '{REQUIRED_CONSENT}', '{intents}', '{"analytics,e-mail"}', '{t}'),
                    ('REGION', 'GB', 3, '{REQUIRED_CONSENT,RETENTION,REQUIRED_CONSENT,REQUIRED_CONSENT}',
                     '{intents,chat,metrics,sms}', '{"Analytics , 2nd party!",P90D,"§,","opt in"}', '{t,f,f,t}'),
                    ('REGION', 'FR', 1, '{REQUIRED_CONSENT}', '{metrics}', '{" , "}', '{f}')""");
            past.migrateTo("180");

            ResultSet left = past.statement().executeQuery("select key, value from outbox order by key desc");

            left.next();
            assertThat(left.getString("key")).isEqualTo("region:GB");
            PolicyLayerPublished region = read(left);
            assertThat(region.version()).isEqualTo(4);
            assertThat(region.values())
                    .containsExactly(
                            new Value("required-consent", "intents", "analytics,nd-party", true),
                            new Value("retention", "chat", "P90D", false),
                            new Value("required-consent", "metrics", "unnamed", false),
                            new Value("contact-rule", "consent for sms", "opt in", true));
            left.next();
            assertThat(read(left).values())
                    .containsExactly(new Value("contact-rule", "consent for metrics", " , ", false));
            assertThat(left.next()).isFalse();
            assertThat(versionsIn(past)).containsExactly(7L, 2L, 4L);
        }
    }

    private static List<Long> versionsIn(PastSchema past) throws Exception {
        List<Long> versions = new ArrayList<>();
        ResultSet layers = past.statement().executeQuery("select version from policy_layer order by level, name");
        while (layers.next()) {
            versions.add(layers.getLong("version"));
        }
        return versions;
    }

    private static PolicyLayerPublished read(ResultSet row) throws Exception {
        return MessageJson.mapper().readValue(row.getString("value"), PolicyLayerPublished.class);
    }
}
