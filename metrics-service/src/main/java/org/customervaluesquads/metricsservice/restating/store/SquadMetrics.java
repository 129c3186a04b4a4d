package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.Standing;

/** The metrics of all squads as they stand. */
@ApplicationScoped
public class SquadMetrics {

    private static final int ROWS_IN_A_STATEMENT = 2_000;

    private static final String STANDING = """
            SELECT m.* FROM jsonb_to_recordset(?::jsonb) AS w (squad_id text, grain text, start_at timestamptz)
            JOIN squad_metric m ON m.squad_id = w.squad_id AND m.grain = w.grain AND m.start_at = w.start_at
            """;
    private static final String WITHIN = """
            SELECT * FROM squad_metric
            WHERE squad_id = ? AND grain = ? AND start_at >= ? AND start_at < ?
              AND (cardinality(?) = 0 OR metric = ANY (?) OR split_part(metric, '/', 1) = ANY (?))
            ORDER BY start_at, metric LIMIT ?
            """;

    private static final String CURRENT = """
            SELECT m.* FROM squad s
            CROSS JOIN unnest(ARRAY['hour', 'day', 'week', 'month', 'rolling']) AS g (grain)
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
                upper_bound, numerator, denominator, facts, silos, silos_as_of, as_of, revision, trace_parent,
                restated_at, published)
            SELECT r.*, ?::timestamptz, false
            FROM jsonb_to_recordset(?::jsonb) AS r (
                squad_id text, grain text, start_at timestamptz, metric text, end_at timestamptz, unit text,
                direction text, value numeric, lower_bound numeric, upper_bound numeric, numerator numeric,
                denominator numeric, facts bigint, silos text[], silos_as_of timestamptz[], as_of timestamptz,
                revision bigint, trace_parent text)
            ON CONFLICT (squad_id, grain, start_at, metric) DO UPDATE
            SET end_at = excluded.end_at, unit = excluded.unit, direction = excluded.direction, value = excluded.value,
                lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound,
                numerator = excluded.numerator, denominator = excluded.denominator, facts = excluded.facts,
                silos = excluded.silos, silos_as_of = excluded.silos_as_of, as_of = excluded.as_of, revision = excluded.revision,
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

    /** The values of a squad in these windows. */
    @Transactional
    public List<Standing> at(String squadId, Collection<Window> windows) {
        return standing(windows.stream()
                        .map(window -> Place.of(squadId, window))
                        .toList())
                .getOrDefault(squadId, List.of());
    }

    /** The newest values of these squads, or of all, the newest window first, at most so many. */
    @Transactional
    public List<SquadMetricRestated> current(List<String> squadIds, List<String> metrics, int most) {
        String[] squads = squadIds.toArray(String[]::new);
        String[] names = metrics.toArray(String[]::new);
        return statements.list(
                CURRENT, row -> SquadMetricRow.read(row).restated(), names, names, names, most, squads, squads, most);
    }

    /** Where a value of a squad stands; its fields are named as the columns. */
    record Place(String squad_id, String grain, Instant start_at) {

        static Place of(String squadId, Window window) {
            return new Place(squadId, window.grain().word(), window.start());
        }
    }

    /** By squad, what stands in these places. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, List<Standing>> standing(List<Place> places) {
        Map<String, List<Standing>> standing = new HashMap<>();
        statements.each(
                STANDING,
                row -> {
                    SquadMetricRow metric = SquadMetricRow.read(row);
                    standing.computeIfAbsent(metric.squad_id(), first -> new ArrayList<>())
                            .add(metric.standing());
                },
                JsonRows.of(places));
        return standing;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void restate(List<SquadMetricRow> changes, Instant now) {
        for (int from = 0; from < changes.size(); from += ROWS_IN_A_STATEMENT) {
            List<SquadMetricRow> rows = changes.subList(from, Math.min(changes.size(), from + ROWS_IN_A_STATEMENT));
            statements.execute(UPSERT, utc(now), JsonRows.of(rows));
        }
    }

    /** The windows longer than an hour in which a squad has values. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Window> windows(String squadId) {
        return statements.list(
                """
                SELECT DISTINCT grain, start_at, end_at FROM squad_metric
                WHERE squad_id = ? AND grain <> 'hour' AND value IS NOT NULL
                """,
                row -> SquadMetricRow.window(
                        row.getString("grain"), JsonRows.instant(row, "start_at"), JsonRows.instant(row, "end_at")),
                squadId);
    }

    /** Restates all that stands in these windows to have no value: there are no such windows any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void vanish(String squadId, List<Window> windows, Instant now) {
        List<SquadMetricRow> vanished = standing(windows.stream()
                        .map(window -> Place.of(squadId, window))
                        .toList())
                .getOrDefault(squadId, List.of())
                .stream()
                .map(was -> new Standing(was.window(), was.reckoned().vanished(), was.revision() + 1))
                .map(gone -> SquadMetricRow.of(squadId, Traced.untraced(gone)))
                .toList();
        restate(vanished, now);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
