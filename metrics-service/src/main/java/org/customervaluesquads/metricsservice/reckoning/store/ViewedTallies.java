package org.customervaluesquads.metricsservice.reckoning.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Tallies;
import org.customervaluesquads.metricsservice.reckoning.Tally;

/**
 * The tallies of several views at once: each fact is read once, and shared out to the squads in whose scope it is. Most
 * facts have the attributes of others, so whose they are is looked up once for each combination.
 */
final class ViewedTallies {

    private final List<FactView> views;
    private final List<NavigableMap<Instant, Window>> windows = new ArrayList<>();
    private final List<Map<Window, Tallies>> tallies = new ArrayList<>();
    private final Map<Scope.Attributes, int[]> holders = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    ViewedTallies(List<FactView> views) {
        this.views = views;
        for (FactView view : views) {
            NavigableMap<Instant, Window> byStart = new TreeMap<>();
            view.windows().forEach(window -> byStart.put(window.start(), window));
            places.put(view.squad().squadId(), windows.size());
            windows.add(byStart);
            tallies.add(new HashMap<>());
        }
    }

    /** Shares out a fact of this hour to each view that holds it. */
    void share(Instant hour, Scope.Attributes attributes, Consumer<Tallies> adding) {
        for (int place : holders.computeIfAbsent(attributes, this::holdersOf)) {
            addTo(place, hour, adding);
        }
    }

    /** Gives a fact to the squad that it is about. */
    void give(String squadId, Instant hour, Consumer<Tallies> adding) {
        addTo(Objects.requireNonNull(places.get(squadId)), hour, adding);
    }

    private void addTo(int place, Instant hour, Consumer<Tallies> adding) {
        Map.Entry<Instant, Window> found = windows.get(place).floorEntry(hour);
        if (found != null && found.getValue().holds(hour)) {
            adding.accept(tallies.get(place).computeIfAbsent(found.getValue(), window -> new Tallies()));
        }
    }

    private int[] holdersOf(Scope.Attributes attributes) {
        int[] holding = new int[views.size()];
        int count = 0;
        for (int place = 0; place < views.size(); place++) {
            if (views.get(place).squad().scope().holds(attributes)) {
                holding[count++] = place;
            }
        }
        return Arrays.copyOf(holding, count);
    }

    /** For each view, in order, the tallies of its windows that have any. */
    List<Map<Window, List<Tally>>> summed() {
        List<Map<Window, List<Tally>>> summed = new ArrayList<>();
        for (Map<Window, Tallies> ofView : tallies) {
            Map<Window, List<Tally>> sums = new HashMap<>();
            ofView.forEach((window, sum) -> sums.put(window, sum.summed()));
            summed.add(sums);
        }
        return summed;
    }
}
