package org.customervaluesquads.metricsservice.erasing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/**
 * The persons in the tables. Outcomes stay when one of them is erased, with their values and about nobody, so that what
 * was sold stays sold; rows that are only about the person go.
 */
@ApplicationScoped
public class Persons {

    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('identities'))";

    private static final String SEEN_AS = """
            SELECT DISTINCT c.hour, c.region, c.segment, c.account, c.product, c.channel
            FROM identity i JOIN device_sighting d ON d.subject = i.subject
            JOIN cell c ON c.hour = d.hour AND c.digest = d.digest
            WHERE ? IN (i.subject, i.customer_id)
            """;

    // Of what the signal said beside its amount only that stays by which it is measured.
    private static final String FORGET = """
            UPDATE outcome SET subject = NULL, customer_id = NULL,
                properties = (SELECT jsonb_object_agg(name, value) FROM jsonb_each(properties) AS p (name, value)
                              WHERE name = ANY (?))
            WHERE ? IN (subject, customer_id)
            """;

    // Of the devices and earlier ids of the person too, while it is known whose they are.
    private static final String ITS_KEYS =
            " WHERE subject = ? OR subject IN (SELECT subject FROM identity WHERE customer_id = ?)";

    private static final String TOUCHES_OF = "DELETE FROM touch" + ITS_KEYS;

    private static final String EXPOSURES_OF = "DELETE FROM exposure" + ITS_KEYS;

    private final Statements statements;
    private final TouchingSquads touching;
    private final CurrentDefinitions current;

    Persons(Statements statements, TouchingSquads touching, CurrentDefinitions current) {
        this.statements = statements;
        this.touching = touching;
        this.current = current;
    }

    /** Takes a person out of every row, by the key that is the person's own, and gives how many rows that were. */
    @Transactional
    public long erase(String key) {
        statements.list(ALONE, row -> true);
        Definitions definitions = current.now();
        String[] measured = Stream.concat(
                        definitions.labels(Facts.OUTCOMES).stream(), definitions.numbers(Facts.OUTCOMES).stream())
                .toArray(String[]::new);
        int outcomes = statements.execute(FORGET, measured, key);
        List<FactAt> intents = statements.list("""
                DELETE FROM high_intent WHERE ? IN (customer_id, person)
                RETURNING hour, regions, segments, accounts, products, channels
                """, FactPlaces::ofPerson, key);
        List<FactAt> touched = new ArrayList<>(intents);
        touched.addAll(statements.list(SEEN_AS, FactPlaces::ofFact, key));
        int sightings = statements.execute("DELETE FROM device_sighting WHERE subject = ?", key);
        int touches = statements.execute(TOUCHES_OF, key, key);
        int exposures = statements.execute(EXPOSURES_OF, key, key);
        int identities = statements.execute("DELETE FROM identity WHERE ? IN (subject, customer_id)", key);
        touching.touch(touched.stream().map(Traced::untraced).toList());
        return (long) outcomes + intents.size() + sightings + touches + exposures + identities;
    }
}
