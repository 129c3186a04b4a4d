package org.customervaluesquads.metricsservice.intents.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.intents.Told;
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
                                             newest_at, confirmed, seconds_to_insight)
            SELECT hour, intent, customer_id, regions, segments, accounts, products, channels, newest_at, confirmed,
                   seconds_to_insight
            FROM jsonb_to_recordset(?::jsonb) AS r (
                hour timestamptz, intent text, customer_id text, regions text[], segments text[], accounts text[],
                products text[], channels text[], newest_at timestamptz,
                confirmed boolean, seconds_to_insight numeric)
            ON CONFLICT (hour, intent, customer_id) DO UPDATE
            SET regions = ARRAY(SELECT unnest(kept.regions) UNION SELECT unnest(excluded.regions)),
                segments = ARRAY(SELECT unnest(kept.segments) UNION SELECT unnest(excluded.segments)),
                accounts = ARRAY(SELECT unnest(kept.accounts) UNION SELECT unnest(excluded.accounts)),
                products = ARRAY(SELECT unnest(kept.products) UNION SELECT unnest(excluded.products)),
                channels = ARRAY(SELECT unnest(kept.channels) UNION SELECT unnest(excluded.channels)),
                newest_at = greatest(kept.newest_at, excluded.newest_at),
                confirmed = kept.confirmed OR excluded.confirmed,
                seconds_to_insight = least(kept.seconds_to_insight, excluded.seconds_to_insight)
            WHERE NOT (kept.regions @> excluded.regions AND kept.segments @> excluded.segments
                       AND kept.accounts @> excluded.accounts AND kept.products @> excluded.products
                       AND kept.channels @> excluded.channels AND kept.newest_at >= excluded.newest_at
                       AND (kept.confirmed OR NOT excluded.confirmed)
                       AND least(kept.seconds_to_insight, excluded.seconds_to_insight)
                           IS NOT DISTINCT FROM kept.seconds_to_insight)
            RETURNING hour, intent, customer_id, regions, segments, accounts, products, channels
            """;

    /** The squads' touches whose newest insight can be another one now. */
    private static final String TOUCHES_SINCE = """
            SELECT DISTINCT o.hour, o.region, o.segment, o.account, o.product, o.channel
            FROM jsonb_to_recordset(?::jsonb) AS r (customer_id text, newest_at timestamptz)
            JOIN outcome o ON o.customer_id = customer_behind(r.customer_id) AND o.type = 'squad.touch'
                          AND o.occurred_at >= r.newest_at AND o.occurred_at < r.newest_at + interval '7 days'
            """;

    private final Statements statements;
    private final TouchingSquads touching;

    HighIntentHours(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /** Keeps high intents, and marks what those that are new touch. */
    @Transactional
    public void keep(Collection<Traced<Told>> intents) {
        if (intents.isEmpty()) {
            return;
        }
        Map<String, HighIntentRow> rows = new TreeMap<>();
        Map<String, Traced<String>> traces = new HashMap<>();
        for (Traced<Told> intent : intents) {
            HighIntentRow row = HighIntentRow.from(intent.its());
            rows.merge(row.key(), row, HighIntentRow::and);
            traces.put(row.key(), intent.map(its -> row.key()));
        }
        List<Traced<FactAt>> touched =
                new ArrayList<>(statements.list(UPSERT, row -> kept(row, traces), JsonRows.of(rows.values())));
        touched.addAll(statements.list(TOUCHES_SINCE, HighIntentHours::touch, JsonRows.of(rows.values())));
        touching.touch(touched);
    }

    private static Traced<FactAt> kept(ResultSet row, Map<String, Traced<String>> traces) throws SQLException {
        FactAt place = FactPlaces.ofPerson(row);
        String key =
                HighIntentRow.key(JsonRows.instant(row, "hour"), row.getString("intent"), row.getString("customer_id"));
        return Objects.requireNonNull(traces.get(key)).map(its -> place);
    }

    private static Traced<FactAt> touch(ResultSet row) throws SQLException {
        return Traced.untraced(FactPlaces.ofFact(row));
    }
}
