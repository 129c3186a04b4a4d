package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
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
import org.customervaluesquads.metricsservice.restating.store.SquadWindows.Change;
import org.customervaluesquads.metricsservice.restating.store.SquadWindows.Place;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/**
 * Brings squads' weeks, months and rolling windows up to their days, some squads at a time. They are made of the sums
 * of days and not of facts, so what a late fact costs does not grow with how much else happened in its month; and less
 * often than hours and days.
 */
@ApplicationScoped
public class RestatingLonger {

    private final SquadTurns turns;
    private final Squads squads;
    private final CurrentDefinitions current;
    private final SquadReckoning reckoning;
    private final SquadDays days;
    private final SquadWindows windows;
    private final MetricsSettings.Restating settings;
    private final Clock clock;

    RestatingLonger(
            SquadTurns turns,
            Squads squads,
            CurrentDefinitions current,
            SquadReckoning reckoning,
            SquadDays days,
            SquadWindows windows,
            MetricsSettings settings,
            Clock clock) {
        this.turns = turns;
        this.squads = squads;
        this.current = current;
        this.reckoning = reckoning;
        this.days = days;
        this.windows = windows;
        this.settings = settings.restating();
        this.clock = clock;
    }

    /** Restates the longer windows of the squads whose turn it is, or a part of them; false when there are none. */
    @Transactional
    public boolean restateSome() {
        Instant now = clock.instant();
        List<String> turn = turns.nextLonger(now, settings.restOfLonger(), settings.squadsLongerAtOnce());
        if (turn.isEmpty()) {
            return false;
        }
        int mostEach = Math.max(1, settings.daysAtOnce() / turn.size());
        Map<String, List<Traced<LocalDate>>> touched = turns.takeDays(turn, mostEach);
        Definitions definitions = current.now();
        Map<Place, List<Standing>> standing = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        squads.named(turn).forEach((squadId, squad) -> {
            List<Traced<LocalDate>> days = touched.getOrDefault(squadId, List.of());
            changes.addAll(changes(squad, touchedWindows(squad, days, now), standing, definitions));
        });
        windows.restate(standing, changes, now);
        List<String> more = turn.stream()
                .filter(id -> touched.getOrDefault(id, List.of()).size() == mostEach)
                .toList();
        turns.restLonger(turn, now);
        turns.restLonger(more, now.minus(settings.restOfLonger()));
        return true;
    }

    private static Map<Window, Traced<Window>> touchedWindows(Squad squad, List<Traced<LocalDate>> days, Instant now) {
        LocalDate today = squad.calendar().dateOf(now);
        Map<Window, Traced<Window>> touched = new LinkedHashMap<>();
        days.forEach(day -> squad.calendar()
                .longerWith(day.its(), today)
                .forEach(window -> touched.put(window, day.map(its -> window))));
        return touched;
    }

    private List<Change> changes(
            Squad squad,
            Map<Window, Traced<Window>> touched,
            Map<Place, List<Standing>> standing,
            Definitions definitions) {
        if (touched.isEmpty()) {
            return List.of();
        }
        String squadId = squad.squadId();
        Map<Place, List<Standing>> its = windows.standing(touched.keySet().stream()
                .map(window -> Place.of(squadId, window))
                .toList());
        standing.putAll(its);
        return Restating.changes(
                        its.values().stream().flatMap(List::stream).toList(),
                        reckoned(squad, touched.keySet(), definitions))
                .stream()
                .map(change -> new Change(
                        squadId,
                        Objects.requireNonNull(touched.get(change.window())).map(window -> change)))
                .toList();
    }

    private Map<Window, List<Reckoned>> reckoned(Squad squad, Collection<Window> touched, Definitions definitions) {
        Calendar calendar = squad.calendar();
        Instant first =
                touched.stream().map(Window::start).min(Instant::compareTo).orElseThrow();
        Instant last = touched.stream().map(Window::end).max(Instant::compareTo).orElseThrow();
        NavigableMap<LocalDate, List<Tally>> sums =
                days.between(squad.squadId(), calendar.dateOf(first), calendar.dateOf(last.minusNanos(1)));
        Map<Window, List<Reckoned>> reckoned = new HashMap<>();
        for (Window window : touched) {
            Tallies together = new Tallies();
            sums.subMap(calendar.dateOf(window.start()), calendar.dateOf(window.end()))
                    .values()
                    .forEach(together::addAll);
            reckoned.put(window, reckoning.of(squad, window, together.summed(), definitions));
        }
        return reckoned;
    }
}
