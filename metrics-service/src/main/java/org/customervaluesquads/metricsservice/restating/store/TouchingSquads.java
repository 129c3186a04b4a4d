package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.squads.FactAt;
import org.customervaluesquads.metricsservice.squads.TouchedHour;
import org.customervaluesquads.metricsservice.squads.store.SquadsSeenByWriters;
import org.jspecify.annotations.Nullable;

/**
 * Marks the hours of the squads whose facts have changed, in the transaction that changes the facts: whoever sees the
 * mark sees the facts. All marks of a statement are one row until {@link SquadTurns} deals them out.
 */
@ApplicationScoped
public class TouchingSquads {

    private final SquadsSeenByWriters squads;
    private final Statements statements;

    TouchingSquads(SquadsSeenByWriters squads, Statements statements) {
        this.squads = squads;
        this.statements = statements;
    }

    /** Marks what these new facts touch. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void touch(Collection<Traced<FactAt>> facts) {
        if (!facts.isEmpty()) {
            mark(squads.untilCommit().touchedBy(facts));
        }
    }

    /** Marks these hours. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(Collection<Traced<TouchedHour>> hours) {
        if (!hours.isEmpty()) {
            List<TouchedRow> rows = hours.stream()
                    .map(touched -> new TouchedRow(
                            touched.its().squadId(), touched.its().hour(), touched.traceParent()))
                    .toList();
            statements.execute("INSERT INTO marks_made (marks) VALUES (?::json)", JsonRows.of(rows));
        }
    }

    private record TouchedRow(
            String squad_id, Instant hour, @Nullable String trace_parent) {}
}
