package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.Window;

/** The tallies of a scope's facts, for many windows at once: one grouped query a table. Windows may overlap. */
@ApplicationScoped
public class FactTallies {

    private static final String WINDOWS = """
            FROM jsonb_to_recordset(?::jsonb) AS w (place int, start_at timestamptz, end_at timestamptz)
            """;

    private static final String OUTCOMES = """
            SELECT w.place, o.type, o.silo, CASE WHEN o.amount IS NOT NULL THEN o.currency END AS currency,
                   count(*) AS facts, sum(o.amount) AS amount, max(o.occurred_at) AS newest_at
            """ + WINDOWS + """
            JOIN outcome o ON o.hour >= w.start_at AND o.hour < w.end_at
            WHERE TRUE %s
            GROUP BY 1, 2, 3, 4
            """;

    private static final String ENGAGEMENT = """
            SELECT w.place, c.type, c.silo, c.channel, c.signals, c.customers, c.newest_at
            """ + WINDOWS + """
            JOIN cell c ON c.hour >= w.start_at AND c.hour < w.end_at
            WHERE TRUE %s
            """;

    private static final String DEVICES = """
            SELECT place, type, silo, channel, customer
            FROM (SELECT DISTINCT w.place, c.type, c.silo, c.channel, d.subject
            """ + WINDOWS + """
                  JOIN cell c ON c.hour >= w.start_at AND c.hour < w.end_at
                  JOIN device_sighting d ON d.hour = c.hour AND d.digest = c.digest
                  JOIN identity i ON i.subject = d.subject
                  WHERE TRUE %s) AS seen
            CROSS JOIN customer_behind(seen.subject) AS customer
            WHERE customer IS NOT NULL
            """;

    private static final String INTENTS = """
            SELECT w.place, i.intent, count(DISTINCT i.person) AS customers, count(*) AS facts,
                   max(i.newest_at) AS newest_at
            """ + WINDOWS + """
            JOIN high_intent i ON i.hour >= w.start_at AND i.hour < w.end_at
            WHERE i.person IS NOT NULL %s
            GROUP BY 1, 2
            """;

    private final Statements statements;

    FactTallies(Statements statements) {
        this.statements = statements;
    }

    /** The tallies of each window that has any; windows begin and end with a full hour. */
    @Transactional
    public Map<Window, List<Tally>> in(Scope scope, List<Window> windows) {
        Map<Window, List<Tally>> tallies = new HashMap<>();
        String places = JsonRows.of(IntStream.range(0, windows.size())
                .mapToObj(place -> WindowRow.of(place, windows.get(place)))
                .toList());
        EngagementTallies engagement = new EngagementTallies();
        ScopeCondition onFacts = ScopeCondition.onFacts(scope);
        each(OUTCOMES, places, onFacts, row -> add(tallies, windows, row, outcomes(row)));
        each(ENGAGEMENT, places, onFacts, row -> engagement.add(windows.get(row.getInt("place")), row));
        each(DEVICES, places, onFacts, row -> engagement.addDevice(windows.get(row.getInt("place")), row));
        each(INTENTS, places, ScopeCondition.onCustomers(scope), row -> add(tallies, windows, row, intents(row)));
        engagement.addTo(tallies);
        return tallies;
    }

    private void each(String sql, String places, ScopeCondition condition, Statements.RowTaking taking) {
        Object[] parameters = Stream.concat(Stream.of(places), condition.parameters().stream())
                .toArray();
        statements.each(sql.formatted(condition.sql()), taking, parameters);
    }

    private static void add(Map<Window, List<Tally>> tallies, List<Window> windows, ResultSet row, Tally tally)
            throws SQLException {
        tallies.computeIfAbsent(windows.get(row.getInt("place")), window -> new ArrayList<>())
                .add(tally);
    }

    private static Tally outcomes(ResultSet row) throws SQLException {
        return Tally.ofOutcomes(
                row.getString("type"),
                row.getString("silo"),
                row.getString("currency"),
                row.getLong("facts"),
                Objects.requireNonNullElse(JsonRows.decimalOrNull(row, "amount"), BigDecimal.ZERO),
                JsonRows.instant(row, "newest_at"));
    }

    private static Tally intents(ResultSet row) throws SQLException {
        return Tally.ofIntent(
                row.getString("intent"),
                row.getLong("customers"),
                row.getLong("facts"),
                JsonRows.instant(row, "newest_at"));
    }

    private record WindowRow(int place, Instant start_at, Instant end_at) {
        static WindowRow of(int place, Window window) {
            return new WindowRow(place, window.start(), window.end());
        }
    }
}
