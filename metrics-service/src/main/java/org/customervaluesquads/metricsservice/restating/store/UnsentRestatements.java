package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.restating.Outgoing;

/**
 * Restatements on their way to the topic, written in the transaction that makes them. Whoever sends takes the oldest
 * and holds them until they are acknowledged; another instance waits for them. So the topic has each key's revisions
 * in order.
 */
@ApplicationScoped
public class UnsentRestatements {

    private static final int MOST_IN_A_PACK = 1_000;

    private static final String KEEP = "INSERT INTO unsent (restated_at, restatements) VALUES (?, ?)";
    private static final String OLDEST =
            "SELECT unsent_id, restatements FROM unsent ORDER BY unsent_id LIMIT ? FOR UPDATE";
    private static final String FORGET = "DELETE FROM unsent WHERE unsent_id = ANY (?::bigint[])";
    private static final String COUNT = "SELECT count(*) AS unsent FROM (SELECT FROM unsent LIMIT ?) AS waiting";

    private final Statements statements;
    private final MetricsSettings.Restating settings;

    UnsentRestatements(Statements statements, MetricsSettings settings) {
        this.statements = statements;
        this.settings = settings.restating();
    }

    /** Has changes sent once their transaction is committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(List<SquadWindows.Change> changes, Instant now) {
        OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        for (int from = 0; from < changes.size(); from += MOST_IN_A_PACK) {
            List<SquadWindows.Change> some = changes.subList(from, Math.min(changes.size(), from + MOST_IN_A_PACK));
            statements.execute(KEEP, at, OutgoingPacking.pack(some));
        }
    }

    /** Whether so many wait that no more are to be made. */
    @Transactional
    public boolean areMany() {
        int most = settings.unsentAtMost();
        return statements.list(COUNT, row -> row.getInt("unsent") >= most, most).getFirst();
    }

    /**
     * Has the oldest restatements sent.
     *
     * @param sending returns when all are acknowledged, and throws when they are not
     * @return whether there were any
     */
    @Transactional
    public boolean send(Consumer<List<Outgoing>> sending) {
        List<String> taken = new ArrayList<>();
        List<Outgoing> oldest = new ArrayList<>();
        statements.each(
                OLDEST,
                row -> {
                    taken.add(row.getString("unsent_id"));
                    oldest.addAll(OutgoingPacking.unpack(row.getBytes("restatements")));
                },
                settings.sentAtOnce());
        if (taken.isEmpty()) {
            return false;
        }
        sending.accept(oldest);
        statements.execute(FORGET, (Object) taken.toArray(String[]::new));
        return true;
    }
}
