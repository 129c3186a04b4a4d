package org.customervaluesquads.metricsservice.reckoning.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;

/**
 * A scope as a condition on rows, for the lists that it has; a list without values is no condition, and none that an
 * index would have to answer. A list is looked up as a set under whichever plan the database
 * has: under one that is kept, {@code = ANY} compares a row with each of its values in turn.
 */
public record ScopeCondition(String sql, List<Object> parameters) {

    /** The condition on rows of single facts, which have one value of each attribute or none. */
    public static ScopeCondition onFacts(Scope scope) {
        return on(
                scope,
                " AND region IN (SELECT unnest(?))",
                " AND segment IN (SELECT unnest(?))",
                " AND account IN (SELECT unnest(?))",
                " AND product IN (SELECT unnest(?))",
                " AND channel IN (SELECT unnest(?))");
    }

    /** The condition on rows of customers, which have several values of each attribute. */
    public static ScopeCondition onCustomers(Scope scope) {
        return on(
                scope,
                " AND regions && ?",
                " AND segments && ?",
                " AND accounts && ?",
                " AND products && ?",
                " AND channels && ?");
    }

    private static ScopeCondition on(
            Scope scope, String regions, String segments, String accounts, String products, String channels) {
        StringBuilder sql = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        limit(scope.regions(), regions, sql, parameters);
        limit(scope.segments(), segments, sql, parameters);
        limit(scope.accounts(), accounts, sql, parameters);
        limit(scope.products(), products, sql, parameters);
        limit(scope.channels(), channels, sql, parameters);
        return new ScopeCondition(sql.toString(), List.copyOf(parameters));
    }

    private static void limit(Set<String> values, String condition, StringBuilder sql, List<Object> parameters) {
        if (!values.isEmpty()) {
            sql.append(condition);
            parameters.add(values.toArray(String[]::new));
        }
    }
}
