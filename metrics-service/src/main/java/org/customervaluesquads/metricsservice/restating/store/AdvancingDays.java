package org.customervaluesquads.metricsservice.restating.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.TouchedHour;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/** Gives each squad the cost of a day once it has begun, with the days that were missed while nobody was running. */
@ApplicationScoped
class AdvancingDays {

    private static final String BEHIND = """
            SELECT squad_id, costed_through FROM squad WHERE costed_through < (?::timestamptz AT TIME ZONE zone)::date
            ORDER BY squad_id LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private final Statements statements;
    private final Squads squads;
    private final TouchingSquads touching;
    private final MetricsSettings settings;
    private final Clock clock;

    AdvancingDays(
            Statements statements, Squads squads, TouchingSquads touching, MetricsSettings settings, Clock clock) {
        this.statements = statements;
        this.squads = squads;
        this.touching = touching;
        this.settings = settings;
        this.clock = clock;
    }

    /** Advances some of the squads that are behind; the next time some more. */
    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void advance() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Behind> behind = statements.list(
                BEHIND,
                row -> new Behind(row.getString("squad_id"), row.getObject("costed_through", LocalDate.class)),
                now,
                settings.restating().squadsAdvancedAtOnce());
        for (Behind squad : behind) {
            squads.named(squad.squadId()).ifPresent(its -> advance(its, squad.costedThrough()));
        }
    }

    /** A day that has begun is touched whether it costs something or not: rolling windows end with it from now on. */
    private void advance(Squad squad, LocalDate through) {
        LocalDate today = squad.calendar().dateOf(clock.instant());
        touching.mark(through.plusDays(1)
                .datesUntil(today.plusDays(1))
                .map(day -> Traced.untraced(
                        new TouchedHour(squad.squadId(), squad.calendar().startOf(day))))
                .toList());
        statements.execute("UPDATE squad SET costed_through = ? WHERE squad_id = ?", today, squad.squadId());
    }

    private record Behind(String squadId, LocalDate costedThrough) {}
}
