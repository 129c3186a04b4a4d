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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.SquadCosts;
import org.customervaluesquads.metricsservice.reckoning.store.ScopeCondition;
import org.customervaluesquads.metricsservice.squads.Squad;

/** Whose turn it is to be reckoned anew. A squad whose turn it is stays locked until the transaction ends. */
@ApplicationScoped
class SquadTurns {

    private static final String NEXT = """
            SELECT squad_id, touched_wholly FROM squad
            WHERE restated_at <= ?
              AND (touched_wholly OR EXISTS (SELECT FROM touched WHERE touched.squad_id = squad.squad_id))
            ORDER BY restated_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    // The newest hours first: while a year of history is worked off, the present is not kept waiting.
    private static final String TAKE_HOURS = """
            DELETE FROM touched
            WHERE squad_id = ? AND hour >= (
                SELECT min(hour) FROM (
                    SELECT DISTINCT hour FROM touched WHERE squad_id = ? ORDER BY hour DESC LIMIT ?) AS newest)
            RETURNING touch_id, hour, trace_parent
            """;

    private final Statements statements;

    SquadTurns(Statements statements) {
        this.statements = statements;
    }

    record Turn(String squadId, boolean touchedWholly) {}

    /** The squad that has waited longest, of those that are touched and have rested. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Turn> next(Instant now, Duration rest) {
        return statements
                .list(
                        NEXT,
                        row -> new Turn(row.getString("squad_id"), row.getBoolean("touched_wholly")),
                        utc(now.minus(rest)))
                .stream()
                .findFirst();
    }

    /** The squad's newest touched hours, at most so many, which are taken to be reckoned now; each with its last trace. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Traced<Instant>> takeHours(String squadId, int most) {
        Map<Instant, Traced<Instant>> hours = new LinkedHashMap<>();
        statements.list(TAKE_HOURS, SquadTurns::touch, squadId, squadId, most).stream()
                .sorted(Comparator.comparingLong(Touch::id))
                .map(Touch::hour)
                .filter(hour -> hour.traceParent() != null || !hours.containsKey(hour.its()))
                .forEachOrdered(hour -> hours.put(hour.its(), hour));
        return List.copyOf(hours.values());
    }

    private record Touch(long id, Traced<Instant> hour) {}

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(
                row.getLong("touch_id"), new Traced<>(JsonRows.instant(row, "hour"), row.getString("trace_parent")));
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
        parameters.add(JsonRows.of(SquadCosts.days(squad.costs(), SquadCosts.EARLIEST, today)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList()));
        String sql = """
                INSERT INTO touched (squad_id, hour)
                SELECT ?, hour FROM (
                    SELECT hour FROM outcome WHERE TRUE %1$s
                    UNION SELECT hour FROM cell WHERE TRUE %1$s
                    UNION SELECT hour FROM high_intent WHERE TRUE %2$s
                    UNION SELECT start_at FROM squad_metric WHERE squad_id = ?
                    UNION SELECT day::timestamptz FROM jsonb_array_elements_text(?::jsonb) AS day) AS hours
                """.formatted(onFacts.sql(), onCustomers.sql());
        statements.execute(sql, parameters.toArray());
        statements.execute("UPDATE squad SET touched_wholly = false WHERE squad_id = ?", squad.squadId());
    }

    /** The squad's turn is over; it rests from this moment on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void rest(String squadId, Instant from) {
        statements.execute("UPDATE squad SET restated_at = ? WHERE squad_id = ?", utc(from), squadId);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
