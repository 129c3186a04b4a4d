package org.customervaluesquads.signalservice.intents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.customervaluesquads.signalservice.intents.OpenLesson.Stake;
import org.jspecify.annotations.Nullable;

/**
 * A customer's lessons whose outcomes are not known yet.
 *
 * <p>For each intent at most one of each twenty-fourth of the horizon: of the scores in it one is drawn by the signals'
 * ids, each as likely as the others, and stands for all of them. Busy hours would otherwise be told over and over, and
 * each of their lessons would have the same outcome. Intents that draw the same score share what is kept of it.
 *
 * <p>An outcome confirms what was scored before it and within the horizon, also one that arrives late, as long as the
 * lesson is open. A lesson settles when its horizon ends, not when the outcome arrives: else there would be more outcomes
 * among the lessons of a day than there are.
 */
final class OpenLessons {

    /** So many are open for one customer at most; further ones are not taken. */
    static final int OPEN_MAX = 64;

    private static final int FOR_EACH_HORIZON = 24;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<OpenLesson> open;
    private long due = NEVER;

    OpenLessons() {
        this(new ArrayList<>(0), NEVER);
    }

    /** Those that were stored, in the order of time; the list goes over to it. */
    OpenLessons(List<OpenLesson> open, long due) {
        this.open = open;
        this.due = due;
    }

    List<OpenLesson> all() {
        return open;
    }

    /** No lesson settles before this moment. */
    long due() {
        return due;
    }

    /** The outcome of an intent came at a moment. */
    void confirm(Intent intent, long moment) {
        int number = KnownNames.numberOf(intent.name());
        long earliest = moment - intent.horizon().toMillis();
        for (int i = open.size() - 1; i >= 0 && open.get(i).at() >= earliest; i--) {
            Stake stake = open.get(i).at() <= moment ? open.get(i).stakeOf(number) : null;
            if (stake != null) {
                stake.confirm();
            }
        }
    }

    /** Draws from the scores that a signal led to; the outcome itself is no score of its intent. */
    void draw(IntentCatalogue catalogue, SignalRecorded signal, DecayedCounts counts) {
        double lot = Lot.of(signal.source().hashCode(), signal.id().hashCode());
        long at = counts.moment();
        OpenLesson drawn = null;
        for (Intent intent : catalogue.intents()) {
            if (intent.outcome().equals(signal.type())) {
                continue;
            }
            int number = KnownNames.numberOf(intent.name());
            OpenLesson before = drawnSince(startOfStretch(at, intent), number);
            int scores = before == null ? 1 : oneMore(before, number);
            if (before == null ? drawn == null && open.size() >= OPEN_MAX : lot * scores >= 1) {
                continue;
            }
            if (drawn == null) {
                drawn = OpenLesson.of(counts);
            }
            if (before != null) {
                before.stakes().removeIf(stake -> stake.intent() == number);
            }
            drawn.stakes().add(new Stake(number, scores, false));
            due = Math.min(due, at + intent.horizon().toMillis());
        }
        if (drawn != null) {
            open.removeIf(lesson -> lesson.stakes().isEmpty());
            open.add(drawn);
        }
    }

    /** Takes out those whose horizon has ended by a moment. */
    List<LessonSettled> settle(IntentCatalogue catalogue, long now) {
        if (due > now) {
            return List.of();
        }
        List<LessonSettled> settled = new ArrayList<>();
        due = NEVER;
        for (OpenLesson lesson : open) {
            for (Iterator<Stake> stakes = lesson.stakes().iterator(); stakes.hasNext(); ) {
                Stake stake = stakes.next();
                Intent intent = intentOf(catalogue, stake.intent());
                long end = intent == null ? now : lesson.at() + intent.horizon().toMillis();
                if (end > now) {
                    due = Math.min(due, end);
                    continue;
                }
                stakes.remove();
                if (intent != null) {
                    settled.add(new LessonSettled(
                            intent.name(),
                            Instant.ofEpochMilli(lesson.at()),
                            Instant.ofEpochMilli(end),
                            stake.outcome(),
                            stake.scores(),
                            lesson.counts()));
                }
            }
        }
        open.removeIf(lesson -> lesson.stakes().isEmpty());
        return settled;
    }

    /** Takes in those of somebody who turned out to be this customer. */
    void adopt(OpenLessons others) {
        open.addAll(others.open);
        open.sort((one, other) -> Long.compare(one.at(), other.at()));
        while (open.size() > OPEN_MAX) {
            open.removeFirst();
        }
        due = Math.min(due, others.due);
        others.open.clear();
        others.due = NEVER;
    }

    private static int oneMore(OpenLesson before, int intent) {
        Stake stake = before.stakeOf(intent);
        if (stake == null) {
            return 1;
        }
        stake.standForOneMore();
        return stake.scores();
    }

    private @Nullable OpenLesson drawnSince(long start, int intent) {
        for (int i = open.size() - 1; i >= 0 && open.get(i).at() >= start; i--) {
            if (open.get(i).stakeOf(intent) != null) {
                return open.get(i);
            }
        }
        return null;
    }

    private static long startOfStretch(long at, Intent intent) {
        long stretch = Math.max(1, intent.horizon().toMillis() / FOR_EACH_HORIZON);
        return Math.floorDiv(at, stretch) * stretch;
    }

    private static @Nullable Intent intentOf(IntentCatalogue catalogue, int number) {
        for (Intent intent : catalogue.intents()) {
            if (KnownNames.numberOf(intent.name()) == number) {
                return intent;
            }
        }
        return null;
    }
}
