package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.SquadCosts;
import org.customervaluesquads.metricsservice.reckoning.store.ScopeCondition;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to be reckoned anew. A squad whose turn it is stays locked until the transaction ends. */
@ApplicationScoped
class SquadTurns {

    // What many transactions touched again and again is one mark of each hour.
    static final String DEAL_OUT = """
            WITH made AS (
                DELETE FROM marks_made WHERE marks_id IN (
                    SELECT marks_id FROM marks_made ORDER BY marks_id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING marks_id, marks),
            dealt AS (
                INSERT INTO touched (squad_id, hour, trace_parent)
                SELECT DISTINCT ON (r.squad_id, r.hour) r.squad_id, r.hour, r.trace_parent
                FROM made CROSS JOIN LATERAL json_to_recordset(made.marks)
                    AS r (squad_id text, hour timestamptz, trace_parent text)
                ORDER BY r.squad_id, r.hour, r.trace_parent IS NULL, made.marks_id DESC)
            SELECT count(*) AS transactions FROM made
            """;
    // Steps through the index from squad to squad: looking for each squad's marks read the whole table once a squad.
    private static final String NEXT = """
            WITH RECURSIVE marked AS (
                (SELECT squad_id FROM touched ORDER BY squad_id LIMIT 1)
                UNION ALL
                SELECT (SELECT squad_id FROM touched WHERE squad_id > marked.squad_id ORDER BY squad_id LIMIT 1)
                FROM marked WHERE marked.squad_id IS NOT NULL),
            due AS (
                SELECT squad_id FROM squad
                WHERE summed_at <= ? AND squad_id IN (SELECT squad_id FROM touched_day WHERE NOT summed)
                ORDER BY summed_at LIMIT ?)
            SELECT squad_id, touched_wholly, summing, summed_at,
                   squad_id IN (SELECT squad_id FROM touched_day WHERE NOT summed) AS today_waits
            FROM squad
            WHERE restated_at <= ?
              AND (touched_wholly OR summing
                   OR squad_id IN (SELECT squad_id FROM marked WHERE squad_id IS NOT NULL)
                   OR squad_id IN (SELECT squad_id FROM due))
            ORDER BY restated_at LIMIT ? FOR UPDATE OF squad SKIP LOCKED
            """;
    // Until all hours of a new scope are reckoned, longer windows would be sums of some of the squad's days.
    // A day that is to be summed does not hold them up: it will be in them when it is.
    private static final String NEXT_LONGER = """
            SELECT squad_id FROM squad
            WHERE longer_restated_at <= ? AND NOT touched_wholly AND NOT summing
              AND squad_id IN (SELECT squad_id FROM touched_day WHERE summed)
            ORDER BY longer_restated_at LIMIT ? FOR UPDATE OF squad SKIP LOCKED
            """;
    // The newest hours first: while a year of history is worked off, the present is not kept waiting.
    private static final String TAKE_HOURS = """
            DELETE FROM touched USING (
                SELECT id, (SELECT min(hour) FROM (
                    SELECT DISTINCT hour FROM touched WHERE squad_id = id ORDER BY hour DESC LIMIT ?) AS newest) AS since
                FROM unnest(?::text[]) AS s (id)) AS taken
            WHERE squad_id = taken.id AND hour >= taken.since
            RETURNING squad_id, touch_id, hour, trace_parent
            """;
    private static final String TAKE_DAYS = """
            DELETE FROM touched_day USING (
                SELECT id, (SELECT min(day) FROM (
                    SELECT day FROM touched_day WHERE squad_id = id AND summed ORDER BY day DESC LIMIT ?) AS newest) AS since
                FROM unnest(?::text[]) AS s (id)) AS taken
            WHERE squad_id = taken.id AND day >= taken.since AND summed
            RETURNING squad_id, day, trace_parent
            """;
    private static final String TOUCH_DAYS = """
            INSERT INTO touched_day AS kept (squad_id, day, trace_parent, summed)
            SELECT squad_id, day, trace_parent, summed
            FROM jsonb_to_recordset(?::jsonb) AS r (squad_id text, day date, trace_parent text, summed boolean)
            ON CONFLICT (squad_id, day, summed) DO UPDATE
            SET trace_parent = coalesce(excluded.trace_parent, kept.trace_parent)
            """;

    private final Statements statements;

    SquadTurns(Statements statements) {
        this.statements = statements;
    }

    /**
     * A squad whose turn it is.
     *
     * @param summing whether its scope is new and not all of its hours have been reckoned yet
     * @param summedAt when its today was summed last
     * @param todayWaits whether its today waits to be summed
     */
    record Turn(String squadId, boolean touchedWholly, boolean summing, Instant summedAt, boolean todayWaits) {}

    /**
     * A day that waits.
     *
     * @param summed whether for its longer windows to be reckoned anew, or for itself to be summed; for both it waits twice
     */
    record TouchedDay(
            String squad_id, LocalDate day, @Nullable String trace_parent, boolean summed) {}

    /**
     * Deals out to the squads the marks of at most so many transactions, the first ones first, in a transaction of its own;
     * gives of how many.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    long dealOut(int most) {
        return statements
                .list(DEAL_OUT, row -> row.getLong("transactions"), most)
                .getFirst();
    }

    /**
     * The squads that have waited longest, of those that are touched and have rested; at most so many. Likewise those of
     * which today waits to be summed.
     *
     * @param restOfToday how long after a sum of today the next one is due
     * @param mostSums how many of them there are at most for that alone, those first that have waited longest
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Turn> next(Instant now, Duration rest, int most, Duration restOfToday, int mostSums) {
        return statements.list(
                NEXT,
                row -> new Turn(
                        row.getString("squad_id"),
                        row.getBoolean("touched_wholly"),
                        row.getBoolean("summing"),
                        JsonRows.instant(row, "summed_at"),
                        row.getBoolean("today_waits")),
                utc(now.minus(restOfToday)),
                mostSums,
                utc(now.minus(rest)),
                most);
    }

    /** The squads whose longer windows have waited longest, at most so many. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> nextLonger(Instant now, Duration rest, int most) {
        return statements.list(NEXT_LONGER, row -> row.getString("squad_id"), utc(now.minus(rest)), most);
    }

    /**
     * The newest touched hours of each squad, at most so many of one, which are taken to be reckoned now; each with its
     * last trace.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, List<Traced<Instant>>> takeHours(Collection<String> squadIds, int most) {
        Map<String, Map<Instant, Traced<Instant>>> hours = new HashMap<>();
        String[] ids = squadIds.toArray(String[]::new);
        statements.list(TAKE_HOURS, SquadTurns::touch, most, ids).stream()
                .sorted(Comparator.comparingLong(Touch::id))
                .forEachOrdered(touch -> hours.computeIfAbsent(touch.squadId(), first -> new LinkedHashMap<>())
                        .merge(
                                touch.hour().its(),
                                touch.hour(),
                                (one, other) -> other.traceParent() == null ? one : other));
        Map<String, List<Traced<Instant>>> taken = new HashMap<>();
        hours.forEach((squadId, its) -> taken.put(squadId, List.copyOf(its.values())));
        return taken;
    }

    /** Those of these squads of whom hours are left that have not been taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> stillTouched(Collection<String> squadIds) {
        return Set.copyOf(statements.list(
                "SELECT id FROM unnest(?) AS s (id) WHERE EXISTS (SELECT FROM touched WHERE squad_id = id)",
                row -> row.getString("id"),
                (Object) squadIds.toArray(String[]::new)));
    }

    private record Touch(long id, String squadId, Traced<Instant> hour) {}

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(
                row.getLong("touch_id"),
                row.getString("squad_id"),
                new Traced<>(JsonRows.instant(row, "hour"), row.getString("trace_parent")));
    }

    /** The days of these squads that wait to be summed, which are taken to be summed now. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, List<Traced<LocalDate>>> takeUnsummedDays(Collection<String> squadIds) {
        return days(
                "DELETE FROM touched_day WHERE NOT summed AND squad_id = ANY (?) RETURNING squad_id, day, trace_parent",
                (Object) squadIds.toArray(String[]::new));
    }

    /** The newest summed days of each squad, at most so many of one, which are taken for its longer windows now. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, List<Traced<LocalDate>>> takeDays(Collection<String> squadIds, int most) {
        return days(TAKE_DAYS, most, squadIds.toArray(String[]::new));
    }

    private Map<String, List<Traced<LocalDate>>> days(String sql, Object... parameters) {
        Map<String, List<Traced<LocalDate>>> days = new HashMap<>();
        statements.each(
                sql,
                row -> days.computeIfAbsent(row.getString("squad_id"), first -> new ArrayList<>())
                        .add(new Traced<>(row.getObject("day", LocalDate.class), row.getString("trace_parent"))),
                parameters);
        return days;
    }

    /** Notes days that wait; whoever does holds their squads. */
    @Transactional(Transactional.TxType.MANDATORY)
    void touchDays(List<TouchedDay> days) {
        if (!days.isEmpty()) {
            statements.execute(TOUCH_DAYS, JsonRows.of(days));
        }
    }

    /** Marks every hour that has facts or a cost, or had them before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void touchWholly(Squad squad, LocalDate today) {
        ScopeCondition onFacts = ScopeCondition.onFacts(squad.scope());
        ScopeCondition onCustomers = ScopeCondition.onCustomers(squad.scope());
        List<Object> parameters = new ArrayList<>(List.of(squad.squadId()));
        parameters.addAll(onFacts.parameters());
        parameters.addAll(onFacts.parameters());
        parameters.addAll(onCustomers.parameters());
        parameters.add(squad.squadId());
        parameters.add(squad.squadId());
        parameters.add(JsonRows.of(SquadCosts.days(squad.costs(), SquadCosts.EARLIEST, today)
                .map(squad.calendar()::startOf)
                .toList()));
        String sql = """
                INSERT INTO touched (squad_id, hour)
                SELECT ?, hour FROM (
                    SELECT hour FROM outcome WHERE TRUE %1$s
                    UNION SELECT hour FROM cell WHERE TRUE %1$s
                    UNION SELECT hour FROM high_intent WHERE TRUE %2$s
                    UNION SELECT hour FROM happening WHERE squad_id = ?
                    UNION SELECT start_at FROM squad_window WHERE squad_id = ? AND grain IN ('hour', 'day')
                    UNION SELECT day::timestamptz FROM jsonb_array_elements_text(?::jsonb) AS day) AS hours
                """.formatted(onFacts.sql(), onCustomers.sql());
        statements.execute(sql, parameters.toArray());
        statements.execute(
                "UPDATE squad SET touched_wholly = false, summing = true WHERE squad_id = ?", squad.squadId());
    }

    /** All hours of these squads that were touched are taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    void summed(Collection<String> squadIds) {
        statements.execute("UPDATE squad SET summing = false WHERE summing AND squad_id = ANY (?)", (Object)
                squadIds.toArray(String[]::new));
    }

    /** The squads' turns are over; they rest from this moment on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void rest(Collection<String> squadIds, Instant from) {
        statements.execute(
                "UPDATE squad SET restated_at = ? WHERE squad_id = ANY (?)",
                utc(from),
                squadIds.toArray(String[]::new));
    }

    /** The same, of the squads' todays. */
    @Transactional(Transactional.TxType.MANDATORY)
    void restToday(Collection<String> squadIds, Instant from) {
        statements.execute(
                "UPDATE squad SET summed_at = ? WHERE squad_id = ANY (?)", utc(from), squadIds.toArray(String[]::new));
    }

    /** The same, of the squads' longer windows. */
    @Transactional(Transactional.TxType.MANDATORY)
    void restLonger(Collection<String> squadIds, Instant from) {
        statements.execute(
                "UPDATE squad SET longer_restated_at = ? WHERE squad_id = ANY (?)",
                utc(from),
                squadIds.toArray(String[]::new));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
