package org.customervaluesquads.metricsservice.restating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.squads.Squad;

/**
 * A squad with the hours whose facts have changed.
 *
 * @param hours each with the trace of the newest signal that touched it
 * @param days the days that are to be reckoned with them, likewise
 * @param laterDays the other days in which they lie, likewise
 */
public record TouchedSquad(
        Squad squad,
        Map<Window, Traced<Window>> hours,
        Map<LocalDate, Traced<Window>> days,
        Map<LocalDate, Traced<Window>> laterDays) {

    /**
     * The squad with these hours, and with days that were left for later before.
     *
     * @param later the first of the days that are left for later now
     */
    public static TouchedSquad of(
            Squad squad, List<Traced<Instant>> touchedHours, List<Traced<LocalDate>> daysBefore, LocalDate later) {
        Map<Window, Traced<Window>> hours = new LinkedHashMap<>();
        NavigableMap<LocalDate, Traced<Window>> days = new TreeMap<>();
        daysBefore.forEach(day -> days.put(day.its(), day.map(squad.calendar()::day)));
        for (Traced<Instant> hour : touchedHours) {
            LocalDate date = squad.calendar().dateOf(hour.its());
            hours.put(Window.hourOf(hour.its()), hour.map(Window::hourOf));
            days.merge(
                    date,
                    hour.map(its -> squad.calendar().day(date)),
                    (one, other) -> other.traceParent() == null ? one : other);
        }
        return new TouchedSquad(squad, hours, days.headMap(later, false), days.tailMap(later, true));
    }

    /**
     * The windows whose facts are needed: the parts of all days that are to be reckoned, see {@link Calendar#partsOf}, since
     * a day is the sum of its parts; and the hours that lie in none of them.
     */
    public List<Window> parts() {
        List<Window> parts = new ArrayList<>();
        days.keySet().forEach(day -> parts.addAll(squad.calendar().partsOf(day)));
        laterDays
                .keySet()
                .forEach(day -> squad.calendar().partsOf(day).stream()
                        .filter(part -> hours.containsKey(Window.hourOf(part.start())))
                        .forEach(parts::add));
        return parts;
    }

    /** Every window that is to be reckoned: hours and days. */
    public List<Window> windows() {
        List<Window> windows = new ArrayList<>(hours.keySet());
        days.values().forEach(day -> windows.add(day.its()));
        return windows;
    }

    /** A change with the trace of what made it necessary. */
    public Traced<Standing> traced(Standing change) {
        Window window = change.window();
        Traced<Window> hour = hours.get(window);
        Traced<Window> touched = hour != null ? hour : days.get(squad.calendar().dateOf(window.start()));
        return touched == null ? Traced.untraced(change) : touched.map(its -> change);
    }
}
