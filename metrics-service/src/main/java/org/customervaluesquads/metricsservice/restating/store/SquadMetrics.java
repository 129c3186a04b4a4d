package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.customervaluesquads.metricsservice.restating.Standing;

/** The metrics of all squads as they stand. */
@ApplicationScoped
public class SquadMetrics {

    private static final int ROWS_IN_A_STATEMENT = 2_000;

    private static final String STANDING = """
            SELECT m.* FROM jsonb_to_recordset(?::jsonb) AS w (grain text, start_at timestamptz)
            JOIN squad_metric m ON m.squad_id = ? AND m.grain = w.grain AND m.start_at = w.start_at
            """;

    private static final String WITHIN = """
            SELECT * FROM squad_metric
            WHERE squad_id = ? AND grain = ? AND start_at >= ? AND start_at < ?
              AND (cardinality(?) = 0 OR metric = ANY (?) OR split_part(metric, '/', 1) = ANY (?))
            ORDER BY start_at, metric LIMIT ?
            """;

    private static final String CURRENT = """
            SELECT m.* FROM squad s
            CROSS JOIN unnest(ARRAY['hour', 'day']) AS g (grain)
            CROSS JOIN LATERAL (
                SELECT * FROM squad_metric
                WHERE squad_metric.squad_id = s.squad_id AND squad_metric.grain = g.grain
                  AND (cardinality(?) = 0 OR metric = ANY (?) OR split_part(metric, '/', 1) = ANY (?))
                ORDER BY start_at DESC LIMIT ?) AS m
            WHERE cardinality(?) = 0 OR s.squad_id = ANY (?)
            ORDER BY m.start_at DESC, m.squad_id, m.grain, m.metric LIMIT ?
            """;

    private static final String UPSERT = """
            INSERT INTO squad_metric (squad_id, grain, start_at, metric, end_at, unit, direction, value, lower_bound,
                upper_bound, numerator, denominator, facts, silos, as_of, revision, trace_parent, restated_at,
                published)
            SELECT r.*, ?, false
            FROM jsonb_to_recordset(?::jsonb) AS r (
                squad_id text, grain text, start_at timestamptz, metric text, end_at timestamptz, unit text,
                direction text, value numeric, lower_bound numeric, upper_bound numeric, numerator numeric,
                denominator numeric, facts bigint, silos text[], as_of timestamptz, revision bigint,
                trace_parent text)
            ON CONFLICT (squad_id, grain, start_at, metric) DO UPDATE
            SET unit = excluded.unit, direction = excluded.direction, value = excluded.value,
                lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound,
                numerator = excluded.numerator, denominator = excluded.denominator, facts = excluded.facts,
                silos = excluded.silos, as_of = excluded.as_of, revision = excluded.revision,
                trace_parent = excluded.trace_parent, restated_at = excluded.restated_at, published = false
            """;

    private final Statements statements;

    SquadMetrics(Statements statements) {
        this.statements = statements;
    }

    /** The values of a squad whose windows begin in this one, by start and metric, at most so many. */
    @Transactional
    public List<Standing> within(String squadId, Window window, List<String> metrics, int most) {
        String[] names = metrics.toArray(String[]::new);
        return statements.list(
                WITHIN,
                row -> SquadMetricRow.read(row).standing(),
                squadId,
                window.grain().word(),
                utc(window.start()),
                utc(window.end()),
                names,
                names,
                names,
                most);
    }

    /** The newest values of these squads, or of all, the newest window first, at most so many. */
    @Transactional
    public List<SquadMetricRestated> current(List<String> squadIds, List<String> metrics, int most) {
        String[] squads = squadIds.toArray(String[]::new);
        String[] names = metrics.toArray(String[]::new);
        return statements.list(
                CURRENT, row -> SquadMetricRow.read(row).restated(), names, names, names, most, squads, squads, most);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<Standing> standing(String squadId, List<Window> windows) {
        List<PlaceRow> places = windows.stream()
                .map(window -> new PlaceRow(window.grain().word(), window.start()))
                .toList();
        return statements.list(STANDING, row -> SquadMetricRow.read(row).standing(), JsonRows.of(places), squadId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void restate(String squadId, List<Traced<Standing>> changes, Instant now) {
        for (int from = 0; from < changes.size(); from += ROWS_IN_A_STATEMENT) {
            List<SquadMetricRow> rows =
                    changes.subList(from, Math.min(changes.size(), from + ROWS_IN_A_STATEMENT)).stream()
                            .map(change -> SquadMetricRow.of(squadId, change))
                            .toList();
            statements.execute(UPSERT, utc(now), JsonRows.of(rows));
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private record PlaceRow(String grain, Instant start_at) {}
}
