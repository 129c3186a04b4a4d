package org.customervaluesquads.metricsservice.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/** The outcome ledger: each outcome is one row, however often it arrives and under whichever customer. */
@ApplicationScoped
public class Ledger {

    // Rows in the order of their key: two writers of the same outcomes wait for each other and never both.
    private static final String INSERT = """
            INSERT INTO outcome (source, id, type, occurred_at, hour, silo, subject, account, region, segment,
                                 channel, product, amount, currency, properties)
            SELECT source, id, type, occurred_at, hour, silo, subject, account, region, segment,
                   channel, product, amount, currency, properties
            FROM jsonb_to_recordset(?::jsonb) AS r (
                source text, id text, type text, occurred_at timestamptz, hour timestamptz, silo text,
                subject text, account text, region text, segment text, channel text, product text,
                amount numeric, currency text, properties jsonb)
            ON CONFLICT (source, id) DO NOTHING
            RETURNING source, id, hour, region, segment, account, product, channel
            """;

    private final Statements statements;
    private final TouchingSquads touching;

    Ledger(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /**
     * Enters outcomes, marks what the new ones among them touch, and gives how many those are.
     *
     * @param subjects by source and id, the keys under which outcomes came whose customer was found by a join
     */
    @Transactional
    public int enter(List<Traced<SignalRecorded>> outcomes, Map<String, String> subjects) {
        if (outcomes.isEmpty()) {
            return 0;
        }
        List<OutcomeRow> rows = outcomes.stream()
                .map(outcome -> OutcomeRow.from(outcome.its(), subjects))
                .sorted(Comparator.comparing(OutcomeRow::source).thenComparing(OutcomeRow::id))
                .toList();
        Map<String, Traced<SignalRecorded>> byName = new HashMap<>();
        outcomes.forEach(
                outcome -> byName.put(name(outcome.its().source(), outcome.its().id()), outcome));
        List<Traced<FactAt>> entered = statements.list(INSERT, row -> entered(row, byName), JsonRows.of(rows));
        touching.touch(entered);
        return entered.size();
    }

    private static Traced<FactAt> entered(ResultSet row, Map<String, Traced<SignalRecorded>> byName)
            throws SQLException {
        FactAt place = FactPlaces.ofFact(row);
        return Objects.requireNonNull(byName.get(name(row.getString("source"), row.getString("id"))))
                .map(outcome -> place);
    }

    private static String name(String source, String id) {
        return source + '\n' + id;
    }
}
