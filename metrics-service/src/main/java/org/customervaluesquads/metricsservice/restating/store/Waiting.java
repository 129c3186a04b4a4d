package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.customervaluesquads.metricsservice.database.Statements;

/** How much waits to be reckoned. */
@ApplicationScoped
public class Waiting {

    private static final String COUNT = """
            SELECT (SELECT coalesce(sum(json_array_length(marks)), 0) FROM marks_made)
                 + (SELECT count(*) FROM touched)
                 + (SELECT count(*) FROM touched_day WHERE NOT summed)
                 + (SELECT count(*) FROM squad WHERE touched_wholly OR summing) AS waiting
            """;

    private final Statements statements;

    Waiting(Statements statements) {
        this.statements = statements;
    }

    /** Marks of squads' hours, some of them of the same hour; days that are to be summed; and squads as a whole. */
    @Transactional
    public long count() {
        return statements.list(COUNT, row -> row.getLong("waiting")).getFirst();
    }
}
