package org.customervaluesquads.signalservice.intents.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.customervaluesquads.signalservice.intents.rest.Ranking.Place;
import org.customervaluesquads.signalservice.intents.rest.SquadIntentsView.Entry;

/** The best entries among all that were offered. What explains an entry is only made of those that stay to the end. */
final class Best {

    private final int limit;
    private final PriorityQueue<Offered> best;
    private boolean cut;

    private record Offered(Place place, Supplier<IntentView> view) {}

    Best(int limit) {
        this.limit = limit;
        this.best = new PriorityQueue<>(limit + 1, (one, other) -> Ranking.BEST_FIRST.compare(other.place, one.place));
    }

    void offer(Place place, Supplier<IntentView> view) {
        if (best.size() == limit && Ranking.BEST_FIRST.compare(best.element().place(), place) < 0) {
            cut = true;
            return;
        }
        best.add(new Offered(place, view));
        if (best.size() > limit) {
            best.poll();
            cut = true;
        }
    }

    void offer(Entry entry) {
        offer(placeOf(entry), entry::standing);
    }

    /** Whether there were more. */
    boolean isCut() {
        return cut;
    }

    List<Entry> inOrder() {
        List<Offered> inOrder = new ArrayList<>(best);
        inOrder.sort((one, other) -> Ranking.BEST_FIRST.compare(one.place(), other.place()));
        return inOrder.stream()
                .map(offered -> new Entry(
                        offered.place().customerId(),
                        offered.place().rank(),
                        offered.view().get()))
                .toList();
    }

    static Place placeOf(Entry entry) {
        return new Place(entry.rank(), entry.customerId(), entry.standing().intent());
    }
}
