package org.customervaluesquads.metricsservice.rebuilding.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.customervaluesquads.metricsservice.database.Statements;

/**
 * Empties the tables that the log can fill again: cells and identities, whose topics keep the newest of each key for
 * ever, and what is derived. Outcomes, high intents and what happened to squads stay and are read on top, since their topics
 * forget; so do squads' values, or else their revisions would begin anew.
 */
@ApplicationScoped
public class EmptyingTables {

    private final Statements statements;

    EmptyingTables(Statements statements) {
        this.statements = statements;
    }

    /** Empties them, and has every squad reckoned wholly. */
    @Transactional
    public void empty() {
        statements.execute("TRUNCATE cell, rolled_cell, identity, squad_day, marks_made, touched, touched_day");
        statements.execute("UPDATE squad SET touched_wholly = true");
    }
}
