package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.Restating;
import org.customervaluesquads.metricsservice.restating.Standing;

/**
 * What stands of squads, a row for each window: its metrics change together, so they are written together. Whoever
 * restates a squad holds its row in the table of squads.
 */
@ApplicationScoped
class SquadWindows {

    private static final String STANDING = """
            SELECT m.* FROM jsonb_to_recordset(?::jsonb) AS w (squad_id text, grain text, start_at timestamptz)
            JOIN squad_window m ON m.squad_id = w.squad_id AND m.grain = w.grain AND m.start_at = w.start_at
            """;
    private static final String UPSERT = """
            INSERT INTO squad_window (squad_id, grain, start_at, end_at, metrics, restated_at)
            VALUES (?, ?, ?, ?, ?::json, ?)
            ON CONFLICT (squad_id, grain, start_at) DO UPDATE
            SET end_at = excluded.end_at, metrics = excluded.metrics, restated_at = excluded.restated_at
            """;

    private final Statements statements;
    private final UnsentRestatements unsent;

    SquadWindows(Statements statements, UnsentRestatements unsent) {
        this.statements = statements;
        this.unsent = unsent;
    }

    /** A window of a squad; its fields are named as the columns. */
    record Place(String squad_id, String grain, Instant start_at) {

        static Place of(String squadId, Window window) {
            return new Place(squadId, window.grain().word(), window.start());
        }
    }

    /** What changes of a squad. */
    record Change(String squadId, Traced<Standing> its) {

        private Place place() {
            return Place.of(squadId, its.its().window());
        }
    }

    /** What stands in these windows. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Place, List<Standing>> standing(Collection<Place> places) {
        Map<Place, List<Standing>> standing = new HashMap<>();
        statements.each(
                STANDING,
                row -> standing.put(
                        Place.of(row.getString("squad_id"), WindowRow.window(row)), List.copyOf(WindowRow.read(row))),
                JsonRows.of(places));
        return standing;
    }

    /**
     * Writes changes to what stands, and has them sent.
     *
     * @param standing what stands in the windows that change, and maybe in others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void restate(Map<Place, List<Standing>> standing, List<Change> changes, Instant now) {
        Map<Place, Map<String, Standing>> windows = new LinkedHashMap<>();
        for (Change change : changes) {
            windows.computeIfAbsent(change.place(), place -> byMetric(standing.getOrDefault(place, List.of())))
                    .put(change.its().its().reckoned().metric(), change.its().its());
        }
        OffsetDateTime at = utc(now);
        List<Object[]> rows = new ArrayList<>(windows.size());
        windows.forEach((place, metrics) -> rows.add(new Object[] {
            place.squad_id(),
            place.grain(),
            utc(place.start_at()),
            utc(metrics.values().iterator().next().window().end()),
            WindowRow.metrics(metrics.values()),
            at
        }));
        statements.executeAll(UPSERT, rows);
        unsent.keep(changes, now);
    }

    private static Map<String, Standing> byMetric(List<Standing> standing) {
        Map<String, Standing> metrics = new LinkedHashMap<>();
        standing.forEach(its -> metrics.put(its.reckoned().metric(), its));
        return metrics;
    }

    /** The windows longer than an hour in which something of a squad stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Window> longerThanAnHour(String squadId) {
        return statements.list(
                "SELECT grain, start_at, end_at FROM squad_window WHERE squad_id = ? AND grain <> 'hour'",
                WindowRow::window,
                squadId);
    }

    /** Restates all that stands in these windows to have no value: there are no such windows any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void vanish(String squadId, List<Window> windows, Instant now) {
        Map<Place, List<Standing>> standing = standing(
                windows.stream().map(window -> Place.of(squadId, window)).toList());
        List<Change> vanished = standing.values().stream()
                .flatMap(its -> Restating.changes(its, Map.of()).stream())
                .map(gone -> new Change(squadId, Traced.untraced(gone)))
                .toList();
        restate(standing, vanished, now);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
