package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/** What becomes of intents while their customer is silent. */
final class Silence {

    /** Looking again costs a write, so it is not done at every moment at which a stage could be left. */
    private static final long LOOK_AGAIN_AFTER = Duration.ofSeconds(5).toMillis();

    /** Other weights may serve by then. */
    private static final long LOOK_AGAIN_BEFORE = Duration.ofDays(1).toMillis();

    /** A score that crosses more thresholds than this between two looks is left to the next one. */
    private static final int STAGES_MAX = 8;

    private Silence() {}

    /** An intent that left its stage. */
    record Left(Intent intent, long moment) {}

    /** When to look again at a customer who was looked at. */
    static long nextLook(Glances glances, Weighing weighing, Customer customer, long now) {
        double stays = Double.POSITIVE_INFINITY;
        IntentCatalogue catalogue = weighing.catalogue();
        for (int i = 0; i < catalogue.intents().size(); i++) {
            Stage stage = customer.toldOf(catalogue.intents().get(i)).stage();
            stays = Math.min(stays, glances.staysFor(i, stage, catalogue.thresholds()));
        }
        long look = stays == Double.POSITIVE_INFINITY
                ? Customer.NEVER
                : now + (long) Math.clamp(stays, (double) LOOK_AGAIN_AFTER, (double) LOOK_AGAIN_BEFORE);
        return Math.min(look, customer.lessons().due());
    }

    /** The same for somebody who was just looked at: the bound is asked exactly, so that they are not looked at in vain. */
    static long nextChange(Glances glances, Weighing weighing, Customer whole, Customer customer, long now) {
        long bound = nextLook(glances, weighing, customer, now);
        long due = customer.lessons().due();
        long change = Math.min(now + LOOK_AGAIN_BEFORE, due);
        if (bound >= change) {
            return bound;
        }
        IntentCatalogue catalogue = weighing.catalogue();
        for (int i = 0; i < catalogue.intents().size(); i++) {
            Intent intent = catalogue.intents().get(i);
            Stage stage = customer.toldOf(intent).stage();
            if (now + glances.staysFor(i, stage, catalogue.thresholds()) < change) {
                Crossing crossing =
                        new Crossing(weighing.weights(intent), whole.counts(), stage, catalogue.thresholds());
                change = Math.min(change, crossing.first(now, change).orElse(change));
            }
        }
        return Math.min(Math.max(change, now + LOOK_AGAIN_AFTER), due);
    }

    /** The intents that leave their stages after a moment and up to another, each time they do, the earliest first. */
    static List<Left> leftBetween(long from, long to, Weighing weighing, Customer whole) {
        List<Left> left = new ArrayList<>();
        Stage.Thresholds thresholds = weighing.catalogue().thresholds();
        for (Intent intent : weighing.catalogue().intents()) {
            Weights weights = weighing.weights(intent);
            Stage stage = whole.toldOf(intent).stage();
            long since = from;
            for (int i = 0; i < STAGES_MAX; i++) {
                OptionalLong crossed = new Crossing(weights, whole.counts(), stage, thresholds).first(since, to);
                if (crossed.isEmpty()) {
                    break;
                }
                since = crossed.getAsLong();
                left.add(new Left(intent, since));
                stage = new Crossing(weights, whole.counts(), stage, thresholds).stageAt(since);
            }
        }
        left.sort(Comparator.comparingLong(Left::moment));
        return left;
    }
}
