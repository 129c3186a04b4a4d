package org.customervaluesquads.metricsservice.restating.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.SquadCosts;
import org.customervaluesquads.metricsservice.squads.TouchedHour;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/** Gives each squad the cost of a day once it has begun, with the days that were missed while nobody was running. */
@ApplicationScoped
class AdvancingDays {

    private static final String BEHIND = """
            SELECT squad_id, costed_through FROM squad WHERE costed_through < ?
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
        LocalDate today = LocalDate.now(clock);
        List<Behind> behind = statements.list(
                BEHIND,
                row -> new Behind(row.getString("squad_id"), row.getObject("costed_through", LocalDate.class)),
                today,
                settings.restating().squadsAdvancedAtOnce());
        for (Behind squad : behind) {
            touching.mark(newDays(squad, today));
            statements.execute("UPDATE squad SET costed_through = ? WHERE squad_id = ?", today, squad.squadId());
        }
    }

    private List<Traced<TouchedHour>> newDays(Behind behind, LocalDate today) {
        return squads.named(behind.squadId()).stream()
                .flatMap(squad ->
                        SquadCosts.days(squad.costs(), behind.costedThrough().plusDays(1), today))
                .map(day -> new TouchedHour(
                        behind.squadId(), day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .map(day -> new Traced<>(day, null))
                .toList();
    }

    private record Behind(String squadId, LocalDate costedThrough) {}
}
