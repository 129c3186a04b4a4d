package org.customervaluesquads.metricsservice.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/** How metrics of the ledger are summed in SQL, and in which currency. */
@ApplicationScoped
public class LedgerSums {

    private static final int CURRENCIES_AT_MOST = 20;

    private final Statements statements;

    LedgerSums(Statements statements) {
        this.statements = statements;
    }

    /**
     * A row's part of a metric, as an expression over the ledger's columns with two parameters: the types that are taken
     * away, and whether amounts are summed.
     */
    public static final String PART = """
            (CASE WHEN o.type = ANY (?) THEN -1 ELSE 1 END * CASE WHEN ? THEN coalesce(o.amount, 0) ELSE 1 END)""";

    /** The metric of a name, in a currency that is certain. */
    public LedgerMetric certain(String name) {
        LedgerMetric metric = LedgerMetric.called(name)
                .orElseThrow(() -> refused(
                        "metric",
                        name + " is no sum over single outcomes; revenue/GBP, order-value/GBP,"
                                + " cancelled-value/GBP, spend/GBP, orders, cancellations and types of outcomes are"));
        if (!metric.amounts() || metric.currency() != null) {
            return metric;
        }
        List<String> currencies = currencies(metric.types());
        if (currencies.size() > 1) {
            throw refused(
                    "metric", "there are amounts in " + currencies + ": ask for " + name + "/" + currencies.getFirst());
        }
        return metric.in(currencies.isEmpty() ? null : currencies.getFirst());
    }

    /** The currencies in which there are amounts of outcomes of these types. */
    public List<String> currencies(String... types) {
        return statements.list(
                "SELECT DISTINCT currency FROM outcome WHERE type = ANY (?) AND amount IS NOT NULL AND currency IS NOT NULL"
                        + " ORDER BY 1 LIMIT " + CURRENCIES_AT_MOST,
                row -> Objects.requireNonNull(row.getString(1)),
                (Object) types);
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }
}
