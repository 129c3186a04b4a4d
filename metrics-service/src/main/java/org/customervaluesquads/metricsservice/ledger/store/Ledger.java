package org.customervaluesquads.metricsservice.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;

/** The outcome ledger: each outcome is one row, however often it arrives and under whichever customer. */
@ApplicationScoped
public class Ledger {

    // Rows in the order of their key: two writers of the same outcomes wait for each other and never both.
    private static final String INSERT = """
            INSERT INTO outcome (source, id, type, occurred_at, hour, silo, customer_id, account, region, segment,
                                 channel, product, amount, currency)
            SELECT source, id, type, occurred_at, hour, silo, customer_id, account, region, segment,
                   channel, product, amount, currency
            FROM jsonb_to_recordset(?::jsonb) AS r (
                source text, id text, type text, occurred_at timestamptz, hour timestamptz, silo text,
                customer_id text, account text, region text, segment text, channel text, product text,
                amount numeric, currency text)
            ON CONFLICT (source, id) DO NOTHING
            RETURNING hour, region, segment, account, product, channel
            """;

    private final Statements statements;
    private final TouchingSquads touching;

    Ledger(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /** Enters outcomes, marks what the new ones among them touch, and gives how many those are. */
    @Transactional
    public int enter(List<SignalRecorded> outcomes) {
        if (outcomes.isEmpty()) {
            return 0;
        }
        List<OutcomeRow> rows = outcomes.stream()
                .map(OutcomeRow::from)
                .sorted(Comparator.comparing(OutcomeRow::source).thenComparing(OutcomeRow::id))
                .toList();
        List<FactAt> entered = statements.list(INSERT, Ledger::place, JsonRows.of(rows));
        touching.touch(entered);
        return entered.size();
    }

    private static FactAt place(ResultSet row) throws SQLException {
        return new FactAt(
                JsonRows.instant(row, "hour"),
                Scope.Attributes.of(
                        row.getString("region"),
                        row.getString("segment"),
                        row.getString("account"),
                        row.getString("product"),
                        row.getString("channel")));
    }
}
