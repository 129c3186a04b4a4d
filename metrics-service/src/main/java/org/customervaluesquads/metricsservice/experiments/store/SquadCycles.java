package org.customervaluesquads.metricsservice.experiments.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;

/** The cycles as the squads' events tell of them. */
@ApplicationScoped
public class SquadCycles {

    private static final int RUNNING_AT_MOST = 1_000;

    private static final TypeReference<List<SquadCycle.Variant>> VARIANTS = new TypeReference<>() {};
    private static final TypeReference<List<SquadCycle.Bound>> BOUNDS = new TypeReference<>() {};

    private static final String KEEP = """
            INSERT INTO squad_cycle AS kept (cycle_id, squad_id, version, state, metric, variants, guardrails,
                                             started_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::timestamptz, ?::timestamptz)
            ON CONFLICT (cycle_id) DO UPDATE
            SET version = excluded.version, state = excluded.state, metric = excluded.metric,
                variants = excluded.variants, guardrails = excluded.guardrails,
                started_at = excluded.started_at, ended_at = excluded.ended_at
            WHERE kept.version < excluded.version
            """;

    private final Statements statements;

    SquadCycles(Statements statements) {
        this.statements = statements;
    }

    /** Keeps what an event tells of a cycle. */
    @Transactional
    public void keep(SquadEventRecorded event) {
        JsonNode details = event.details();
        if (event.event().startsWith("cycle.") && details.path("plan").isObject()) {
            JsonNode plan = details.path("plan");
            statements.execute(
                    KEEP,
                    details.path("id").asText(),
                    event.squadId(),
                    details.path("version").asLong(),
                    details.path("state").asText(),
                    plan.path("primaryMetric").asText(),
                    arrayOf(plan.path("variants")),
                    arrayOf(plan.path("guardrails")),
                    details.path("startedAt").textValue(),
                    details.path("endedAt").textValue());
        }
    }

    private static String arrayOf(JsonNode list) {
        return list.isArray() ? list.toString() : "[]";
    }

    /** A cycle, if it is known. */
    public Optional<SquadCycle> named(String cycleId) {
        return StorableText.is(cycleId)
                ? statements.list("SELECT * FROM squad_cycle WHERE cycle_id = ?", SquadCycles::cycle, cycleId).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Those that run, and those that have ended within a day, whose late facts still come. */
    public List<SquadCycle> running() {
        return statements.list(
                "SELECT * FROM squad_cycle WHERE state = 'running' OR ended_at > now() - interval '1 day'"
                        + " ORDER BY started_at DESC NULLS LAST LIMIT " + RUNNING_AT_MOST,
                SquadCycles::cycle);
    }

    private static SquadCycle cycle(ResultSet row) throws SQLException {
        return new SquadCycle(
                row.getString("cycle_id"),
                row.getString("squad_id"),
                row.getString("state"),
                row.getString("metric"),
                read(row.getString("variants"), VARIANTS),
                read(row.getString("guardrails"), BOUNDS),
                JsonRows.instantOrNull(row, "started_at"),
                JsonRows.instantOrNull(row, "ended_at"));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Objects.requireNonNull(MessageJson.mapper().readValue(json, type));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a cycle's row that cannot be read", unreadable);
        }
    }
}
