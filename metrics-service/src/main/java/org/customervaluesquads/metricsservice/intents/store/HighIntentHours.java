package org.customervaluesquads.metricsservice.intents.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/** The hours in which customers had a high intent. */
@ApplicationScoped
public class HighIntentHours {

    // Attributes are gathered, so that sightings in any order make the same row; one that adds nothing changes nothing.
    private static final String UPSERT = """
            INSERT INTO high_intent AS kept (hour, intent, customer_id, regions, segments, accounts, products, channels,
                                             newest_at)
            SELECT hour, intent, customer_id, regions, segments, accounts, products, channels, newest_at
            FROM jsonb_to_recordset(?::jsonb) AS r (
                hour timestamptz, intent text, customer_id text, regions text[], segments text[], accounts text[],
                products text[], channels text[], newest_at timestamptz)
            ON CONFLICT (hour, intent, customer_id) DO UPDATE
            SET regions = ARRAY(SELECT unnest(kept.regions) UNION SELECT unnest(excluded.regions)),
                segments = ARRAY(SELECT unnest(kept.segments) UNION SELECT unnest(excluded.segments)),
                accounts = ARRAY(SELECT unnest(kept.accounts) UNION SELECT unnest(excluded.accounts)),
                products = ARRAY(SELECT unnest(kept.products) UNION SELECT unnest(excluded.products)),
                channels = ARRAY(SELECT unnest(kept.channels) UNION SELECT unnest(excluded.channels)),
                newest_at = greatest(kept.newest_at, excluded.newest_at)
            WHERE NOT (kept.regions @> excluded.regions AND kept.segments @> excluded.segments
                       AND kept.accounts @> excluded.accounts AND kept.products @> excluded.products
                       AND kept.channels @> excluded.channels AND kept.newest_at >= excluded.newest_at)
            RETURNING hour, intent, customer_id, regions, segments, accounts, products, channels
            """;

    private final Statements statements;
    private final TouchingSquads touching;

    HighIntentHours(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /** Keeps high intents, and marks what those that are new touch. */
    @Transactional
    public void keep(Collection<Traced<IntentChanged>> intents) {
        if (intents.isEmpty()) {
            return;
        }
        Map<String, HighIntentRow> rows = new TreeMap<>();
        Map<String, Traced<String>> traces = new HashMap<>();
        for (Traced<IntentChanged> intent : intents) {
            HighIntentRow row = HighIntentRow.from(intent.its());
            rows.merge(row.key(), row, HighIntentRow::and);
            traces.put(row.key(), intent.map(its -> row.key()));
        }
        touching.touch(statements.list(UPSERT, row -> kept(row, traces), JsonRows.of(rows.values())));
    }

    private static Traced<FactAt> kept(ResultSet row, Map<String, Traced<String>> traces) throws SQLException {
        FactAt place = FactPlaces.ofPerson(row);
        String key =
                HighIntentRow.key(JsonRows.instant(row, "hour"), row.getString("intent"), row.getString("customer_id"));
        return Objects.requireNonNull(traces.get(key)).map(its -> place);
    }
}
