package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Tallies;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.store.SquadDays;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.restating.Restating;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/**
 * Brings a squad's weeks, months and rolling windows up to its days. They are made of the sums of days and not of
 * facts, so
 * what a late fact costs does not grow with how much else happened in its month; and less often than hours and days.
 */
@ApplicationScoped
public class RestatingLonger {

    private final SquadTurns turns;
    private final Squads squads;
    private final CurrentDefinitions current;
    private final SquadReckoning reckoning;
    private final SquadDays days;
    private final SquadMetrics metrics;
    private final MetricsSettings.Restating settings;
    private final Clock clock;

    RestatingLonger(
            SquadTurns turns,
            Squads squads,
            CurrentDefinitions current,
            SquadReckoning reckoning,
            SquadDays days,
            SquadMetrics metrics,
            MetricsSettings settings,
            Clock clock) {
        this.turns = turns;
        this.squads = squads;
        this.current = current;
        this.reckoning = reckoning;
        this.days = days;
        this.metrics = metrics;
        this.settings = settings.restating();
        this.clock = clock;
    }

    /** Restates the longer windows of the squad whose turn it is, or a part of them; false when there is none. */
    @Transactional
    public boolean restateOne() {
        Instant now = clock.instant();
        Optional<String> turn = turns.nextLonger(now, settings.restOfLonger());
        turn.ifPresent(squadId -> {
            List<Traced<LocalDate>> touched = turns.takeDays(squadId, settings.daysAtOnce());
            restate(squads.named(squadId).orElseThrow(), touched, now);
            boolean more = touched.size() == settings.daysAtOnce();
            turns.restLonger(squadId, more ? now.minus(settings.restOfLonger()) : now);
        });
        return turn.isPresent();
    }

    private void restate(Squad squad, List<Traced<LocalDate>> touched, Instant now) {
        LocalDate today = squad.calendar().dateOf(now);
        Map<Window, Traced<Window>> traces = new LinkedHashMap<>();
        touched.forEach(day -> squad.calendar()
                .longerWith(day.its(), today)
                .forEach(window -> traces.put(window, day.map(its -> window))));
        Map<Window, List<Reckoned>> reckoned = reckoned(squad, traces.keySet());
        String squadId = squad.squadId();
        Map<String, List<Standing>> standing = metrics.standing(traces.keySet().stream()
                .map(window -> SquadMetrics.Place.of(squadId, window))
                .toList());
        List<SquadMetricRow> changes = Restating.changes(standing.getOrDefault(squadId, List.of()), reckoned).stream()
                .map(change -> SquadMetricRow.of(
                        squadId,
                        Objects.requireNonNull(traces.get(change.window())).map(window -> change)))
                .toList();
        metrics.restate(changes, now);
    }

    private Map<Window, List<Reckoned>> reckoned(Squad squad, Collection<Window> windows) {
        Calendar calendar = squad.calendar();
        Instant first =
                windows.stream().map(Window::start).min(Instant::compareTo).orElseThrow();
        Instant last = windows.stream().map(Window::end).max(Instant::compareTo).orElseThrow();
        NavigableMap<LocalDate, List<Tally>> sums =
                days.between(squad.squadId(), calendar.dateOf(first), calendar.dateOf(last.minusNanos(1)));
        Definitions definitions = current.now();
        Map<Window, List<Reckoned>> reckoned = new HashMap<>();
        for (Window window : windows) {
            Tallies together = new Tallies();
            sums.subMap(calendar.dateOf(window.start()), calendar.dateOf(window.end()))
                    .values()
                    .forEach(together::addAll);
            reckoned.put(window, reckoning.of(squad, window, together.summed(), definitions));
        }
        return reckoned;
    }
}
