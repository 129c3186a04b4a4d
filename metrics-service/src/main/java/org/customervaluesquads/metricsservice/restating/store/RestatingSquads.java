package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.restating.Restating;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.store.SquadTurns.Turn;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/**
 * Brings one squad's numbers up to the facts.
 *
 * <p>In one transaction the squad is locked, its touched hours are taken away, those hours and their days are reckoned
 * from the facts, and what changed is stored with its next revision. A mark is committed together with its facts and
 * taken away before the facts are read, so the facts of a mark that was taken away are seen; facts that are committed
 * later bring a mark of their own. If the transaction ends half-way the marks are still there.
 */
@ApplicationScoped
public class RestatingSquads {

    private final SquadTurns turns;
    private final Squads squads;
    private final SquadReckoning reckoning;
    private final SquadMetrics metrics;
    private final MetricsSettings.Restating settings;
    private final Clock clock;

    RestatingSquads(
            SquadTurns turns,
            Squads squads,
            SquadReckoning reckoning,
            SquadMetrics metrics,
            MetricsSettings settings,
            Clock clock) {
        this.turns = turns;
        this.squads = squads;
        this.reckoning = reckoning;
        this.metrics = metrics;
        this.settings = settings.restating();
        this.clock = clock;
    }

    /** Restates the squad whose turn it is, or a part of it; false when there is none. */
    @Transactional
    public boolean restateOne() {
        Instant now = clock.instant();
        Optional<Turn> turn = turns.next(now, settings.rest());
        turn.ifPresent(its -> {
            try {
                take(its, now);
            } catch (RuntimeException failed) {
                throw new RestatingFailed(its.squadId(), failed);
            }
        });
        return turn.isPresent();
    }

    /** Lets the other squads go first; a squad that cannot be reckoned must not hold them up. */
    @Transactional
    public void putLast(RestatingFailed failed) {
        turns.rest(failed.squadId(), clock.instant());
    }

    private void take(Turn turn, Instant now) {
        Squad squad = squads.named(turn.squadId()).orElseThrow();
        if (turn.touchedWholly()) {
            turns.touchWholly(squad, LocalDate.now(clock));
        } else {
            restate(squad, now);
        }
    }

    private void restate(Squad squad, Instant now) {
        List<Traced<Instant>> hours = turns.takeHours(squad.squadId(), settings.hoursAtOnce());
        Map<Window, Traced<Window>> traces = new LinkedHashMap<>();
        Stream.concat(
                        hours.stream().map(hour -> hour.map(Window::hourOf)),
                        hours.stream().map(hour -> hour.map(Window::dayOf)))
                .forEachOrdered(window -> traces.put(window.its(), window));
        List<Window> windows = List.copyOf(traces.keySet());
        Map<Window, List<Reckoned>> reckoned = reckoning.of(squad, windows);
        List<Traced<Standing>> changes =
                Restating.changes(metrics.standing(squad.squadId(), windows), reckoned).stream()
                        .map(change -> Objects.requireNonNull(traces.get(change.window()))
                                .map(window -> change))
                        .toList();
        metrics.restate(squad.squadId(), changes, now);
        boolean more = hours.size() == settings.hoursAtOnce();
        turns.rest(squad.squadId(), more ? now.minus(settings.rest()) : now);
    }
}
