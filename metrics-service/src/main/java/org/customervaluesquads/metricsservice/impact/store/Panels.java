package org.customervaluesquads.metricsservice.impact.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.impact.Panel;
import org.customervaluesquads.metricsservice.impact.SquadPanel;
import org.customervaluesquads.metricsservice.impact.Unit;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.squads.Begun;

/** Panels of squads out of the ledger. */
@ApplicationScoped
public class Panels {

    private static final int MOST_PERIODS = 260;

    private static final String FIRST = """
            SELECT min(hour) AS first_at FROM outcome o
            WHERE o.type = ANY (?) AND (?::text IS NULL OR o.currency = ?)
            """;

    private static final String SUMS = """
            SELECT o.region, o.segment, o.account, o.product, o.channel,
                   floor(extract(epoch FROM o.occurred_at - ?) / ?) AS period, sum(%s) AS amount
            FROM outcome o
            WHERE o.type = ANY (?) AND (?::text IS NULL OR o.currency = ?) AND o.hour >= ? AND o.hour < ?
            GROUP BY 1, 2, 3, 4, 5, 6
            """.formatted(LedgerSums.PART);

    private final Statements statements;

    Panels(Statements statements) {
        this.statements = statements;
    }

    /**
     * The panel of a squad.
     *
     * @param began from when on the squad can have had an impact
     */
    public Panel of(Unit unit, LedgerMetric metric, Begun squad, Map<String, Begun> all, Instant began, Instant now) {
        SquadPanel.Span span = SquadPanel.Span.of(first(metric, began), began, now, MOST_PERIODS);
        SquadPanel panel = new SquadPanel(unit, squad, all.values(), span);
        statements.each(
                SUMS,
                row -> {
                    panel.add(attributes(row), row.getInt("period"), row.getDouble("amount"));
                    limit(panel, unit);
                },
                span.start().atOffset(ZoneOffset.UTC),
                SquadPanel.PERIOD.toSeconds(),
                metric.minus().toArray(String[]::new),
                metric.amounts(),
                metric.types(),
                metric.currency(),
                metric.currency(),
                span.start().atOffset(ZoneOffset.UTC),
                span.end().atOffset(ZoneOffset.UTC));
        return panel.panel();
    }

    private static void limit(SquadPanel panel, Unit unit) {
        if (panel.units() > Panel.UNITS_AT_MOST) {
            throw new RefusedRequest(List.of(new FieldError(
                    "unit",
                    "there are more than " + Panel.UNITS_AT_MOST + " units by " + unit.word()
                            + ": ask by larger ones")));
        }
    }

    private Instant first(LedgerMetric metric, Instant otherwise) {
        List<Instant> first = statements.list(
                FIRST,
                row -> Objects.requireNonNullElse(JsonRows.instantOrNull(row, "first_at"), otherwise),
                metric.types(),
                metric.currency(),
                metric.currency());
        return first.getFirst();
    }

    private static Scope.Attributes attributes(ResultSet row) throws SQLException {
        return Scope.Attributes.of(
                row.getString("region"),
                row.getString("segment"),
                row.getString("account"),
                row.getString("product"),
                row.getString("channel"));
    }
}
