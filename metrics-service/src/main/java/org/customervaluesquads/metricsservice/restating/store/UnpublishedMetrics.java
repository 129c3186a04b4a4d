package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;

/**
 * The restatements that have not been sent yet. While some are being sent they are locked, so a metric is not restated
 * again before its restatement is acknowledged, and the topic has each key's revisions in order, also when several
 * instances send.
 */
@ApplicationScoped
public class UnpublishedMetrics {

    private static final String OLDEST = """
            SELECT ctid::text AS place, * FROM squad_metric WHERE NOT published
            ORDER BY restated_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    // A locked row does not move, so its place in the table is the shortest way back to it.
    private static final String MARK = "UPDATE squad_metric SET published = true WHERE ctid = ANY (?::tid[])";

    private final Statements statements;

    UnpublishedMetrics(Statements statements) {
        this.statements = statements;
    }

    /**
     * Has the oldest restatements sent, at most so many.
     *
     * @param sending returns when all are acknowledged, and throws when they are not
     * @return whether there were any
     */
    @Transactional
    public boolean publish(int most, Consumer<List<Traced<SquadMetricRestated>>> sending) {
        List<String> places = new ArrayList<>();
        List<Traced<SquadMetricRestated>> restated = statements.list(
                OLDEST,
                row -> {
                    places.add(row.getString("place"));
                    SquadMetricRow metric = SquadMetricRow.read(row);
                    return new Traced<>(metric.restated(), metric.trace_parent());
                },
                most);
        if (restated.isEmpty()) {
            return false;
        }
        sending.accept(restated);
        statements.execute(MARK, (Object) places.toArray(String[]::new));
        return true;
    }
}
