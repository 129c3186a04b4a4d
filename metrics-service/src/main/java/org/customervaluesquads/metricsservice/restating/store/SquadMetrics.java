package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.store.SquadWindows.Place;

/** The metrics of all squads as they stand, for whoever asks. */
@ApplicationScoped
public class SquadMetrics {

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

    private final Statements statements;
    private final SquadWindows rows;

    SquadMetrics(Statements statements, SquadWindows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    /** The values of a squad whose windows begin in this one, by start and metric, at most so many. */
    @Transactional
    public List<Standing> within(String squadId, Window window, List<String> metrics, int most) {
        String[] names = metrics.toArray(String[]::new);
        return statements.list(
                WITHIN,
                row -> MetricRow.read(row).in(WindowRow.window(row)),
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
        List<Place> places =
                windows.stream().map(window -> Place.of(squadId, window)).toList();
        return rows.standing(places).values().stream().flatMap(List::stream).toList();
    }

    /** The newest values of these squads, or of all, the newest window first, at most so many. */
    @Transactional
    public List<SquadMetricRestated> current(List<String> squadIds, List<String> metrics, int most) {
        String[] squads = squadIds.toArray(String[]::new);
        String[] names = metrics.toArray(String[]::new);
        return statements.list(
                CURRENT,
                row -> MetricRow.read(row).in(WindowRow.window(row)).restated(row.getString("squad_id")),
                names,
                names,
                names,
                most,
                squads,
                squads,
                most);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
