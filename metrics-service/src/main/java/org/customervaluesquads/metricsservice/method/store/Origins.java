package org.customervaluesquads.metricsservice.method.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.method.Origin;

/** Where squads come from that were begun from playbooks. */
@ApplicationScoped
public class Origins {

    private final Statements statements;

    Origins(Statements statements) {
        this.statements = statements;
    }

    /** The squads that were begun from a playbook, and the squad whose it is; by their ids, at most so many. */
    @Transactional
    public List<String> squadsOf(String playbookId, int most) {
        return statements.list("""
                SELECT squad_id FROM squad_origin WHERE playbook_id = ?
                UNION SELECT parent_id FROM squad_origin WHERE playbook_id = ?
                ORDER BY 1 LIMIT ?
                """, row -> row.getString("squad_id"), playbookId, playbookId, most);
    }

    /** The origins of these squads that have one, by the squad's id. */
    @Transactional
    public Map<String, Origin> of(Collection<String> squadIds) {
        return statements
                .list(
                        "SELECT * FROM squad_origin WHERE squad_id = ANY (?)",
                        row -> new Origin(
                                row.getString("squad_id"),
                                row.getString("playbook_id"),
                                row.getString("parent_id"),
                                row.getLong("generation")),
                        (Object) squadIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Origin::squadId, Function.identity()));
    }
}
