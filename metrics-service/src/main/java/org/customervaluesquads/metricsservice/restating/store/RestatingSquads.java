package org.customervaluesquads.metricsservice.restating.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Tallies;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.store.FactTallies;
import org.customervaluesquads.metricsservice.reckoning.store.FactView;
import org.customervaluesquads.metricsservice.reckoning.store.SquadDays;
import org.customervaluesquads.metricsservice.reckoning.store.SquadDays.SquadDay;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.restating.Restating;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.TouchedSquad;
import org.customervaluesquads.metricsservice.restating.store.SquadTurns.TouchedDay;
import org.customervaluesquads.metricsservice.restating.store.SquadTurns.Turn;
import org.customervaluesquads.metricsservice.restating.store.SquadWindows.Change;
import org.customervaluesquads.metricsservice.restating.store.SquadWindows.Place;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/**
 * Brings squads' hours and days up to the facts, many squads at a time: a fact is read once for all of whom an hour is due,
 * and once for all of whom a day is.
 *
 * <p>In one transaction the squads are locked, their touched hours are taken away, those hours and their days are
 * reckoned from the facts, and what changed is stored with its next revision. A mark is committed together with its facts and
 * taken away before the facts are read, so the facts of a mark that was taken away are seen; facts that are committed
 * later bring a mark of their own. If the transaction ends half-way the marks are still there.
 *
 * <p>A day is the sum of all its facts and not of those that are new, so today is reckoned only when it has rested as
 * long as the squad's longer windows do: else each fact would cost as much as the day has become long. Until then it is noted.
 * Each day that is reckoned is noted for {@link RestatingLonger}, and its sum is kept.
 */
@ApplicationScoped
public class RestatingSquads {

    private final SquadTurns turns;
    private final Squads squads;
    private final CurrentDefinitions current;
    private final FactTallies facts;
    private final SquadReckoning reckoning;
    private final SquadDays days;
    private final SquadWindows windows;
    private final MetricsSettings.Restating settings;
    private final Clock clock;

    RestatingSquads(
            SquadTurns turns,
            Squads squads,
            CurrentDefinitions current,
            FactTallies facts,
            SquadReckoning reckoning,
            SquadDays days,
            SquadWindows windows,
            MetricsSettings settings,
            Clock clock) {
        this.turns = turns;
        this.squads = squads;
        this.current = current;
        this.facts = facts;
        this.reckoning = reckoning;
        this.days = days;
        this.windows = windows;
        this.settings = settings.restating();
        this.clock = clock;
    }

    /** Restates the squads whose turn it is, at most so many; false when there are none. */
    @Transactional
    public boolean restateSome(int most) {
        dealOut();
        Instant now = clock.instant();
        List<Turn> taken = turns.next(now, settings.rest(), most, settings.restOfLonger(), settings.daysSummedAtOnce());
        if (taken.isEmpty()) {
            return false;
        }
        try {
            Map<String, Squad> named =
                    squads.named(taken.stream().map(Turn::squadId).toList());
            Map<Turn, Squad> touched = new LinkedHashMap<>();
            for (Turn turn : taken) {
                Squad squad = Objects.requireNonNull(named.get(turn.squadId()));
                if (turn.touchedWholly()) {
                    touchWholly(squad, now);
                } else {
                    touched.put(turn, squad);
                }
            }
            restate(touched, now);
        } catch (RuntimeException failed) {
            throw new RestatingFailed(taken.stream().map(Turn::squadId).toList(), failed);
        }
        return true;
    }

    /** All that was marked by now: the newest hours come first only among those that are dealt out. */
    private void dealOut() {
        int most = settings.marksAtOnce();
        long dealt = most;
        while (dealt == most) {
            dealt = turns.dealOut(most);
        }
    }

    /** Lets the other squads go first; a squad that cannot be reckoned must not hold them up. */
    @Transactional
    public void putLast(RestatingFailed failed) {
        Instant now = clock.instant();
        turns.rest(failed.squadIds(), now);
        turns.restToday(failed.squadIds(), now);
    }

    private void touchWholly(Squad squad, Instant now) {
        turns.touchWholly(squad, squad.calendar().dateOf(now));
        days.forget(squad.squadId());
        List<Window> others = windows.longerThanAnHour(squad.squadId()).stream()
                .filter(window -> !squad.calendar().asHere(window).equals(window))
                .toList();
        windows.vanish(squad.squadId(), others, now);
    }

    private void restate(Map<Turn, Squad> taken, Instant now) {
        if (taken.isEmpty()) {
            return;
        }
        int mostEach = Math.max(1, settings.hoursAtOnce() / taken.size());
        List<String> ids = taken.keySet().stream().map(Turn::squadId).toList();
        Map<String, List<Traced<Instant>>> hours = turns.takeHours(ids, mostEach);
        Set<String> more = turns.stillTouched(ids);
        Set<String> summingToday = summingToday(taken, hours, more, now);
        Map<String, List<Traced<LocalDate>>> unsummed = turns.takeUnsummedDays(summingToday);
        List<TouchedSquad> touched = taken.values().stream()
                .map(squad -> TouchedSquad.of(
                        squad,
                        hours.getOrDefault(squad.squadId(), List.of()),
                        unsummed.getOrDefault(squad.squadId(), List.of()),
                        summingToday.contains(squad.squadId())
                                ? LocalDate.MAX
                                : squad.calendar().dateOf(now)))
                .toList();
        // A day's facts are read apart, for else they would be read for those too of whom an hour is needed.
        touched.stream()
                .collect(Collectors.groupingBy(squad -> squad.days().isEmpty()))
                .values()
                .forEach(some -> restateTaken(some, now));
        turns.touchDays(touched.stream().flatMap(RestatingSquads::touchedDays).toList());
        List<String> done = ids.stream().filter(id -> !more.contains(id)).toList();
        turns.summed(done);
        turns.restToday(summingToday, now);
        turns.rest(done, now);
        turns.rest(more, now.minus(settings.rest()));
    }

    /**
     * Of whom today is reckoned now: of some for whom it has rested; and of those whose new scope has just been worked off, since
     * their longer windows begin with what is summed by then.
     */
    private Set<String> summingToday(
            Map<Turn, Squad> taken, Map<String, List<Traced<Instant>>> hours, Set<String> more, Instant now) {
        Set<String> summing = taken.keySet().stream()
                .filter(turn -> turn.summing() && !more.contains(turn.squadId()))
                .map(Turn::squadId)
                .collect(Collectors.toSet());
        taken.entrySet().stream()
                .filter(squad -> !squad.getKey().summedAt().isAfter(now.minus(settings.restOfLonger())))
                .filter(squad -> squad.getKey().todayWaits()
                        || touchesToday(
                                squad.getValue(),
                                hours.getOrDefault(squad.getKey().squadId(), List.of()),
                                now))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Turn::summedAt))
                .limit(settings.daysSummedAtOnce())
                .forEach(turn -> summing.add(turn.squadId()));
        return summing;
    }

    private static boolean touchesToday(Squad squad, List<Traced<Instant>> hours, Instant now) {
        Instant today = squad.calendar().startOf(squad.calendar().dateOf(now));
        return hours.stream().anyMatch(hour -> !hour.its().isBefore(today));
    }

    private void restateTaken(List<TouchedSquad> touched, Instant now) {
        Definitions definitions = current.now();
        List<Map<Window, List<Tally>>> tallies = facts.inHours(
                touched.stream()
                        .map(squad -> new FactView(squad.squad(), squad.parts()))
                        .toList(),
                definitions);
        Map<Place, List<Standing>> standing = windows.standing(
                touched.stream().flatMap(RestatingSquads::places).toList());
        List<Change> changes = new ArrayList<>();
        List<SquadDay> sums = new ArrayList<>();
        for (int i = 0; i < touched.size(); i++) {
            TouchedSquad squad = touched.get(i);
            String squadId = squad.squad().squadId();
            Map<LocalDate, List<Tally>> summed = days(squad, tallies.get(i));
            summed.forEach((day, sum) -> sums.add(new SquadDay(squadId, day, sum)));
            Restating.changes(standing(squad, standing), reckoned(squad, tallies.get(i), summed, definitions))
                    .forEach(change -> changes.add(new Change(squadId, squad.traced(change))));
        }
        windows.restate(standing, changes, now);
        days.keep(sums);
    }

    private static Stream<Place> places(TouchedSquad touched) {
        String squadId = touched.squad().squadId();
        return touched.windows().stream().map(window -> Place.of(squadId, window));
    }

    private static List<Standing> standing(TouchedSquad touched, Map<Place, List<Standing>> standing) {
        return places(touched)
                .flatMap(place -> standing.getOrDefault(place, List.of()).stream())
                .toList();
    }

    private static Stream<TouchedDay> touchedDays(TouchedSquad touched) {
        return Stream.concat(
                touchedDays(touched.squad(), touched.days(), true),
                touchedDays(touched.squad(), touched.laterDays(), false));
    }

    private static Stream<TouchedDay> touchedDays(Squad squad, Map<LocalDate, Traced<Window>> days, boolean summed) {
        return days.entrySet().stream()
                .map(day -> new TouchedDay(
                        squad.squadId(), day.getKey(), day.getValue().traceParent(), summed));
    }

    /** The facts of each day that is to be reckoned: those of its parts together. */
    private static Map<LocalDate, List<Tally>> days(TouchedSquad squad, Map<Window, List<Tally>> hours) {
        Map<LocalDate, List<Tally>> days = new HashMap<>();
        for (LocalDate day : squad.days().keySet()) {
            Tallies sums = new Tallies();
            for (Window part : squad.squad().calendar().partsOf(day)) {
                sums.addAll(hours.getOrDefault(part, List.of()));
            }
            days.put(day, sums.summed());
        }
        return days;
    }

    private Map<Window, List<Reckoned>> reckoned(
            TouchedSquad touched,
            Map<Window, List<Tally>> hours,
            Map<LocalDate, List<Tally>> days,
            Definitions definitions) {
        Squad squad = touched.squad();
        Map<Window, List<Reckoned>> reckoned = new HashMap<>();
        touched.hours()
                .keySet()
                .forEach(hour -> reckoned.put(
                        hour, reckoning.of(squad, hour, hours.getOrDefault(hour, List.of()), definitions)));
        days.forEach((day, tallies) -> {
            Window window = squad.calendar().day(day);
            reckoned.put(window, reckoning.of(squad, window, tallies, definitions));
        });
        return reckoned;
    }
}
