package org.customervaluesquads.metricsservice.method.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.method.Happening;
import org.customervaluesquads.metricsservice.method.Origin;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.TouchedHour;
import org.customervaluesquads.metricsservice.squads.store.SquadsSeenByWriters;
import org.jspecify.annotations.Nullable;

/** What happened to squads: each event once, by the squad that it happened to. */
@ApplicationScoped
public class Happenings {

    private static final String INSERT = """
            INSERT INTO happening (squad_id, event_id, event, occurred_at, hour, amount, currency, properties)
            SELECT squad_id, event_id, event, occurred_at, hour, amount, currency, properties
            FROM jsonb_to_recordset(?::jsonb) AS r (
                squad_id text, event_id text, event text, occurred_at timestamptz, hour timestamptz, amount numeric,
                currency text, properties jsonb)
            ON CONFLICT (squad_id, event_id) DO NOTHING
            RETURNING squad_id, hour
            """;

    private final Statements statements;
    private final TouchingSquads touching;
    private final SquadsSeenByWriters squads;

    Happenings(Statements statements, TouchingSquads touching, SquadsSeenByWriters squads) {
        this.statements = statements;
        this.touching = touching;
        this.squads = squads;
    }

    /** Keeps what happened, and marks the hours in which something new did. */
    @Transactional
    public void keep(Collection<Happening> happenings, Collection<Origin> origins) {
        if (!origins.isEmpty()) {
            statements.execute(
                    """
                    INSERT INTO squad_origin (squad_id, playbook_id, parent_id, generation)
                    SELECT squad_id, playbook_id, parent_id, generation
                    FROM jsonb_to_recordset(?::jsonb) AS r (
                        squad_id text, playbook_id text, parent_id text, generation bigint)
                    ON CONFLICT (squad_id) DO NOTHING
                    """, JsonRows.of(origins.stream().map(OriginRow::from).toList()));
        }
        if (!happenings.isEmpty()) {
            // A squad that becomes known meanwhile is reckoned wholly, once this is committed: see SquadEpoch.
            squads.untilCommit();
            List<Traced<TouchedHour>> touched = statements.list(
                    INSERT,
                    row -> Traced.untraced(new TouchedHour(row.getString("squad_id"), JsonRows.instant(row, "hour"))),
                    JsonRows.of(happenings.stream().map(HappeningRow::from).toList()));
            touching.mark(touched);
        }
    }

    private record HappeningRow(
            String squad_id,
            String event_id,
            String event,
            Instant occurred_at,
            Instant hour,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            Map<String, Object> properties) {

        static HappeningRow from(Happening happening) {
            return new HappeningRow(
                    happening.squadId(),
                    happening.eventId(),
                    happening.event(),
                    happening.occurredAt(),
                    happening.occurredAt().truncatedTo(ChronoUnit.HOURS),
                    happening.amount(),
                    happening.currency(),
                    happening.properties());
        }
    }

    private record OriginRow(String squad_id, String playbook_id, String parent_id, long generation) {

        static OriginRow from(Origin origin) {
            return new OriginRow(origin.squadId(), origin.playbookId(), origin.parentId(), origin.generation());
        }
    }
}
