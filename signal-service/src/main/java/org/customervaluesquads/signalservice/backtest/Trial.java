package org.customervaluesquads.signalservice.backtest;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.backtest.PendingScores.Scored;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.customervaluesquads.signalservice.intents.LessonLots;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.learning.Learner;

/**
 * A history lived through in the order of time: each signal is heard by its customer, and what the customer is then scored
 * is held against what came. States, lessons, learning and publishing are the service's own; in the place of stores there
 * are tables in memory, and the clock stands where the history is.
 */
final class Trial implements AutoCloseable {

    private final Intent intent;
    private final Weighings weighings;
    private final Weighing byHand;
    private final Learner learner;
    private final LessonLots lots = new LessonLots();
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PriorityQueue<Silent> silent =
            new PriorityQueue<>((one, other) -> Long.compare(one.moment(), other.moment()));
    private final PendingScores pending;
    private final Outcomes outcomes = new Outcomes();
    private final Results results = new Results();
    private final Map<String, Long> types = new TreeMap<>();
    private long order;
    private long now = Long.MIN_VALUE;

    private record Silent(long moment, String key) {}

    /** A trial of a catalogue with one intent. */
    Trial(IntentCatalogue catalogue) throws IOException {
        this.intent = catalogue.intents().getFirst();
        this.weighings = new Weighings(catalogue);
        this.byHand = weighings.current();
        this.learner = new Learner(catalogue.halfLives());
        this.pending = PendingScores.create();
    }

    /** The next signal of the history. */
    void hear(SignalRecorded signal) throws IOException {
        order++;
        now = Math.max(now, signal.occurredAt().toEpochMilli());
        types.merge(signal.type(), 1L, Long::sum);
        wakeUpTo(now);
        decideUpTo(now);
        String key = signal.key();
        if (!SignalRecorded.isAboutSomebody(key)) {
            results.aboutNobody();
            return;
        }
        Customer customer = customers.computeIfAbsent(key, unknown -> Customer.unknown(weighings.shipped()));
        Weighing weighing = weighings.current();
        customer.hear(key, signal, lots.draw(key, signal) ? weighing : weighings.withoutLessons());
        queue(key, customer);
        int who = numbers.computeIfAbsent(key, unknown -> numbers.size());
        if (signal.type().equals(intent.outcome())) {
            outcomes.add(who, now, order);
            results.outcome();
        } else {
            score(customer, who, weighing);
        }
    }

    /** The history is at its end; what has not come by now does not come. */
    Results end() throws IOException {
        results.cutAfter(now - intent.horizon().toMillis());
        decideUpTo(Long.MAX_VALUE);
        results.learnedFrom(learner.lessons(), weighings.versions(intent.name()));
        return results;
    }

    /** How many signals there were of each type. */
    Map<String, Long> types() {
        return types;
    }

    private void score(Customer customer, int who, Weighing weighing) throws IOException {
        Instant moment = Instant.ofEpochMilli(now);
        Map<String, float[]> counts = customer.countsAsOf(moment);
        pending.add(new Scored(
                now,
                order,
                who,
                probability(customer, weighing, moment),
                learner.probability(counts),
                probability(customer, byHand, moment)));
    }

    private static double probability(Customer customer, Weighing weighing, Instant moment) {
        return customer.standings(weighing, moment).getFirst().score().probability();
    }

    private void queue(String key, Customer customer) {
        if (customer.queuedAt() != customer.wakeAt()) {
            customer.queued(true);
            silent.add(new Silent(customer.wakeAt(), key));
        }
    }

    /** Lessons whose horizon has ended are learned before anything is scored that happened later. */
    private void wakeUpTo(long moment) {
        while (!silent.isEmpty() && silent.element().moment() <= moment) {
            Silent due = silent.remove();
            Customer customer = customers.get(due.key());
            if (customer != null && customer.queuedAt() == due.moment()) {
                Instant then = Instant.ofEpochMilli(due.moment());
                learn(customer.settle(then, weighings.current()));
                customer.look(due.key(), then, weighings.current(), List.of());
                queue(due.key(), customer);
            }
        }
    }

    private void learn(List<LessonSettled> lessons) {
        for (LessonSettled lesson : lessons) {
            List<ModelPublished> versions = weighings.versions(intent.name());
            int newest = versions.isEmpty() ? 0 : versions.getFirst().version();
            ModelPublished better =
                    learner.learn(lesson, weighings.current().weights(intent), newest, lesson.settledAt());
            if (better != null) {
                weighings.remember(better);
            }
        }
    }

    /** An outcome at the very end of a horizon still counts, so that scores wait until time is past it. */
    private void decideUpTo(long moment) throws IOException {
        long horizon = intent.horizon().toMillis();
        for (Scored first = pending.first();
                first != null && first.moment() + horizon < moment;
                first = pending.first()) {
            results.add(first, outcomes.came(first.who(), first.order(), first.moment() + horizon));
            pending.removeFirst();
        }
    }

    @Override
    public void close() throws IOException {
        pending.close();
    }
}
