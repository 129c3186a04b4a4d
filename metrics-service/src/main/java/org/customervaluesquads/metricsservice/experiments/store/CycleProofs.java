package org.customervaluesquads.metricsservice.experiments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.experiments.CycleProof;
import org.customervaluesquads.metricsservice.experiments.Guardrail;
import org.customervaluesquads.metricsservice.experiments.Moments;
import org.customervaluesquads.metricsservice.experiments.Plan;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/** What cycles have shown, out of exposures and the ledger. */
@ApplicationScoped
public class CycleProofs {

    private static final String EXPOSED = """
            WITH seen AS (
                SELECT CASE WHEN i.subject IS NULL THEN e.subject
                            ELSE coalesce(customer_behind(e.subject), e.subject) END AS person,
                       e.variant, e.occurred_at
                FROM exposure e LEFT JOIN identity i ON i.subject = e.subject
                WHERE e.cycle_id = ? AND e.occurred_at < ?),
            exposed AS (
                SELECT person, min(occurred_at) AS first_at, max(occurred_at) AS last_at, min(variant) AS variant,
                       count(DISTINCT variant) AS variants
                FROM seen GROUP BY person)
            """;

    // What a customer did before the first exposure is what CUPED takes out of what the same customer did after it.
    private static final String MOMENTS = EXPOSED + """
            , valued AS (
                SELECT x.person, x.variant,
                       coalesce(sum(o.part) FILTER (WHERE o.occurred_at >= x.first_at), 0)::float8 AS y,
                       coalesce(sum(o.part) FILTER (WHERE o.occurred_at < x.first_at), 0)::float8 AS x
                FROM exposed x
                LEFT JOIN (SELECT coalesce(o.customer_id, o.subject) AS person, o.occurred_at, %s AS part
                           FROM outcome o
                           WHERE o.type = ANY (?) AND (?::text IS NULL OR o.currency = ?)) AS o
                    ON o.person = x.person AND o.occurred_at >= x.first_at - interval '30 days' AND o.occurred_at < ?
                WHERE x.variants = 1
                GROUP BY x.person, x.variant)
            SELECT variant, count(*) AS n, sum(y) AS y, sum(y * y) AS yy, sum(x) AS x, sum(x * x) AS xx,
                   sum(x * y) AS xy
            FROM valued GROUP BY variant
            """.formatted(LedgerSums.PART);

    private static final String WHO = EXPOSED + """
            SELECT count(*) FILTER (WHERE variants > 1) AS set_aside, max(last_at) AS newest_at FROM exposed
            """;

    private static final String WORST = """
            SELECT CASE WHEN ? THEN min(value) ELSE max(value) END AS worst
            FROM squad_metric
            WHERE squad_id = ? AND metric = ? AND grain = 'day' AND start_at >= date_trunc('day', ?::timestamptz)
              AND start_at < ?
            """;

    private final Statements statements;
    private final LedgerSums sums;
    private final Clock clock;

    CycleProofs(Statements statements, LedgerSums sums, Clock clock) {
        this.statements = statements;
        this.sums = sums;
        this.clock = clock;
    }

    /** What a cycle has shown until now, or until it ended. */
    public CycleProof of(SquadCycle cycle) {
        LedgerMetric metric;
        try {
            metric = sums.certain(cycle.metric());
        } catch (RefusedRequest unclear) {
            return new CycleProof.Refused("its metric cannot be told of single customers: "
                    + unclear.errors().getFirst().reason());
        }
        Instant until = Objects.requireNonNullElse(cycle.endedAt(), clock.instant());
        Plan plan = metric.moreIsBetter() ? Plan.USUAL : Plan.USUAL.lessIsBetter();
        return CycleProof.of(cycle, facts(cycle, metric, until), guardrails(cycle, until), plan, metric.unit());
    }

    private CycleProof.Facts facts(SquadCycle cycle, LedgerMetric metric, Instant until) {
        OffsetDateTime end = until.atOffset(ZoneOffset.UTC);
        Map<String, Moments> moments = new HashMap<>();
        statements.each(
                MOMENTS,
                row -> moments.put(
                        row.getString("variant"),
                        new Moments(
                                row.getLong("n"),
                                row.getDouble("y"),
                                row.getDouble("yy"),
                                row.getDouble("x"),
                                row.getDouble("xx"),
                                row.getDouble("xy"))),
                cycle.cycleId(),
                end,
                metric.minus().toArray(String[]::new),
                metric.amounts(),
                metric.types(),
                metric.currency(),
                metric.currency(),
                end);
        return statements
                .list(
                        WHO,
                        row -> new CycleProof.Facts(
                                moments, row.getLong("set_aside"), JsonRows.instantOrNull(row, "newest_at")),
                        cycle.cycleId(),
                        end)
                .getFirst();
    }

    /** A guardrail is read on each day since the cycle began: its worst day tells. */
    private List<Guardrail> guardrails(SquadCycle cycle, Instant until) {
        List<Guardrail> guardrails = new ArrayList<>();
        for (SquadCycle.Bound bound : cycle.guardrails()) {
            List<Double> worst = new ArrayList<>();
            statements.each(
                    WORST,
                    row -> {
                        if (row.getBigDecimal("worst") != null) {
                            worst.add(row.getDouble("worst"));
                        }
                    },
                    bound.isAtLeast(),
                    cycle.squadId(),
                    bound.metric(),
                    Objects.requireNonNullElse(cycle.startedAt(), until).atOffset(ZoneOffset.UTC),
                    until.atOffset(ZoneOffset.UTC));
            guardrails.add(Guardrail.of(
                    bound.metric(),
                    worst.stream().findFirst().orElse(null),
                    bound.isAtLeast(),
                    bound.bound().doubleValue()));
        }
        return guardrails;
    }
}
