package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.database.Statements;

/** Squads' values by the hour that have stood for so long that they are forgotten, here and on the topic; days stay. */
@ApplicationScoped
public class OldHours {

    // What was not sent yet of an old hour was restated no later than the hour: what waits since then, and only that,
    // is in the way.
    private static final String OLDEST = """
            SELECT w.ctid::text AS place, w.* FROM squad_window w JOIN squad s ON s.squad_id = w.squad_id
            WHERE w.grain = 'hour' AND w.restated_at < ?
              AND NOT EXISTS (SELECT FROM unsent u WHERE u.restated_at <= w.restated_at)
            ORDER BY w.restated_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String FORGET = "DELETE FROM squad_window WHERE ctid = ANY (?::tid[])";

    private final Statements statements;
    private final MetricsSettings.Retention settings;
    private final Clock clock;

    OldHours(Statements statements, MetricsSettings settings, Clock clock) {
        this.statements = statements;
        this.settings = settings.retention();
        this.clock = clock;
    }

    /**
     * Forgets some of them.
     *
     * @param sending takes the keys under which they stand on the topic; returns when that has forgotten them too
     */
    @Transactional
    public void forget(Consumer<List<String>> sending) {
        OffsetDateTime before = OffsetDateTime.ofInstant(clock.instant().minus(settings.hours()), ZoneOffset.UTC);
        List<String> places = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        statements.each(
                OLDEST,
                row -> {
                    places.add(row.getString("place"));
                    String squadId = row.getString("squad_id");
                    WindowRow.read(row)
                            .forEach(its -> keys.add(its.restated(squadId).key()));
                },
                before,
                settings.atOnce());
        if (!places.isEmpty()) {
            sending.accept(keys);
            statements.execute(FORGET, (Object) places.toArray(String[]::new));
        }
    }
}
