package org.customervaluesquads.metricsservice.identities.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/**
 * Who is who. When that changes, the facts that are already there change hands: an order that a device placed before it
 * was known whose it is becomes the customer's, and goes back when that turns out to be wrong.
 */
@ApplicationScoped
public class Identities {

    /** Held by who writes facts, until it is committed: no fact is entered by an identity that is just being changed. */
    public static final String TOGETHER = "SELECT pg_advisory_xact_lock_shared(hashtext('identities'))";

    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('identities'))";

    private static final String JOIN = """
            INSERT INTO identity (subject, customer_id)
            SELECT subject, customer_id FROM jsonb_to_recordset(?::jsonb) AS r (subject text, customer_id text)
            ON CONFLICT (subject) DO UPDATE SET customer_id = excluded.customer_id
            """;

    /** The keys that lead to one of these, the keys themselves included. */
    private static final String BEHIND = """
            WITH RECURSIVE behind (key) AS (
                SELECT unnest(?) UNION SELECT i.subject FROM behind b JOIN identity i ON i.customer_id = b.key)
            """;

    private static final String OUTCOMES_CHANGE_HANDS = BEHIND + """
            UPDATE outcome SET customer_id = customer_behind(subject)
            WHERE subject IN (SELECT key FROM behind) AND customer_id IS DISTINCT FROM customer_behind(subject)
            RETURNING hour, region, segment, account, product, channel
            """;

    private static final String HIGH_INTENTS_CHANGE_HANDS = BEHIND + """
            UPDATE high_intent SET person = customer_behind(customer_id)
            WHERE customer_id IN (SELECT key FROM behind) AND person IS DISTINCT FROM customer_behind(customer_id)
            RETURNING hour, regions, segments, accounts, products, channels
            """;

    private static final String SIGHTINGS_CHANGE_HANDS = BEHIND + """
            SELECT DISTINCT c.hour, c.region, c.segment, c.account, c.product, c.channel
            FROM behind b JOIN device_sighting d ON d.subject = b.key
            JOIN cell c ON c.hour = d.hour AND c.digest = d.digest
            """;

    private final Statements statements;
    private final TouchingSquads touching;

    Identities(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /**
     * Goes by these identities from now on.
     *
     * @param ofSubjects the customer of each subject, or none any more
     */
    @Transactional
    public void follow(Map<String, Optional<String>> ofSubjects) {
        if (ofSubjects.isEmpty()) {
            return;
        }
        statements.list(ALONE, row -> true);
        List<IdentityRow> joined = new ArrayList<>();
        List<String> parted = new ArrayList<>();
        ofSubjects.forEach((subject, customer) -> customer.ifPresentOrElse(
                known -> joined.add(new IdentityRow(subject, known)), () -> parted.add(subject)));
        statements.execute(JOIN, JsonRows.of(joined));
        statements.execute("DELETE FROM identity WHERE subject = ANY (?)", (Object) parted.toArray(String[]::new));
        String[] changed = ofSubjects.keySet().toArray(String[]::new);
        List<FactAt> touched = new ArrayList<>();
        touched.addAll(statements.list(OUTCOMES_CHANGE_HANDS, FactPlaces::ofFact, (Object) changed));
        touched.addAll(statements.list(HIGH_INTENTS_CHANGE_HANDS, FactPlaces::ofPerson, (Object) changed));
        touched.addAll(statements.list(SIGHTINGS_CHANGE_HANDS, FactPlaces::ofFact, (Object) changed));
        touching.touch(touched.stream().map(Traced::untraced).toList());
    }

    private record IdentityRow(String subject, String customer_id) {}
}
