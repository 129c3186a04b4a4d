package org.customervaluesquads.metricsservice.customervalue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.customervalue.Occasion;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.reckoning.store.ScopeCondition;

/** What known customers bought on which days, out of the ledger. */
@ApplicationScoped
public class Occasions {

    private static final String BOUGHT = """
            SELECT customer_id, (occurred_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01' AS day, sum(amount) AS amount
            FROM outcome
            WHERE type = 'order.completed' AND customer_id IS NOT NULL AND amount > 0 AND currency = ?
            """;

    /** At most so many days on which customers bought are looked at for one answer. */
    public static final int OCCASIONS_AT_MOST = 500_000;

    private static final String BY_DAY = " GROUP BY 1, 2 ORDER BY 1, 2 LIMIT " + (OCCASIONS_AT_MOST + 1);

    private final Statements statements;

    Occasions(Statements statements) {
        this.statements = statements;
    }

    /** All in a scope, in one currency. */
    public List<Occasion> in(Scope scope, String currency) {
        ScopeCondition condition = ScopeCondition.onFacts(scope);
        List<Object> parameters = new ArrayList<>(List.of(currency));
        parameters.addAll(condition.parameters());
        List<Occasion> found = statements.list(
                BOUGHT + condition.sql() + BY_DAY,
                row -> new Occasion(row.getString("customer_id"), row.getLong("day"), row.getDouble("amount")),
                parameters.toArray());
        if (found.size() > OCCASIONS_AT_MOST) {
            throw new RefusedRequest(List.of(new FieldError(
                    "scope", "more than " + OCCASIONS_AT_MOST + " purchases are in it: ask of a smaller one")));
        }
        return found;
    }
}
