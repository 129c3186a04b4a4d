package org.customervaluesquads.signalservice.intents.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.LessonLots;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.jspecify.annotations.Nullable;

/**
 * Scoring whoever has states in a store: what is heard and what becomes of them in silence, told to the steps behind.
 *
 * <p>Two steps can score out of the same stores, those who have parts and those who have none; one of them looks after the
 * silent.
 */
public final class Scoring {

    private static final String ORIGIN = "signal-service";
    private static final Header FROM_HERE = CloudEventHeaders.one(CloudEventHeaders.SOURCE, ORIGIN);
    private static final Header CHANGED = CloudEventHeaders.one(CloudEventHeaders.TYPE, "intent.changed");
    private static final String SETTLED = "lesson.settled";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Whoever is to be looked after in a minute of a history is looked after at once; each is told of as of their own moment. */
    private static final Duration LOOK_EVERY_OF_THE_PAST = Duration.ofMinutes(1);

    /** So many are looked after before the next signal is heard. */
    private static final int WOKEN_AT_ONCE = 100;

    private final ProcessorContext<String, Object> context;
    private final Weighings weighings;
    private final HeldStore<String, Customer> states;
    private final WakeUps living;
    private final WakeUps past;
    private final Function<String, List<Customer>> parts;
    private final Outlets outlets;
    private final Progress progress = new Progress();
    private final LessonLots lots = new LessonLots();

    /**
     * Scoring in one partition.
     *
     * @param stores of states, and of the queue of the silent
     * @param parts of somebody; empty for most
     */
    public Scoring(
            ProcessorContext<String, Object> context,
            Weighings weighings,
            Stores stores,
            Function<String, List<Customer>> parts,
            Outlets outlets) {
        this.context = context;
        this.weighings = weighings;
        this.states = context.getStateStore(stores.states());
        this.living = new WakeUps(context.getStateStore(stores.queue()), 0, LOOK_EVERY);
        this.past = new WakeUps(context.getStateStore(stores.queue()), 1, LOOK_EVERY_OF_THE_PAST);
        this.parts = parts;
        this.outlets = outlets;
    }

    /** The names of the stores of states, and of the queue of the silent. */
    public record Stores(String states, String queue) {

        public static final Stores CUSTOMERS = new Stores("customers", "silent-customers");
        public static final Stores ACCOUNTS = new Stores("accounts", "silent-accounts");
    }

    /**
     * The names of the steps that are told.
     *
     * @param changes each intent that changed
     * @param lessons each lesson that settled; without any, none are drawn
     * @param accounts each signal that is of an account, under the account
     */
    public record Outlets(List<String> changes, List<String> lessons, List<String> accounts) {}

    /** What scores are made with now. */
    public Weighing weighing() {
        return outlets.lessons().isEmpty() ? weighings.withoutLessons() : weighings.current();
    }

    /** The same for a signal of somebody: lessons are drawn from what it leads to, unless there are enough of its hour. */
    public Weighing weighing(String key, SignalRecorded signal) {
        Weighing weighing = weighing();
        return weighing.drawsLessons() && !lots.draw(key, signal) ? weighings.withoutLessons() : weighing;
    }

    /** Looks after the silent, by the clock too. */
    Cancellable lookAfterTheSilent() {
        return context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::wakeUpAnew);
    }

    /** Time has come as far as a signal; whoever was to be looked after before it is. */
    void comeTo(SignalRecorded signal) {
        long clock = context.currentSystemTimeMs();
        progress.heard(signal, clock);
        wakeUp(clock);
    }

    /** Somebody, as they are at the moment of a signal that is about to be heard. */
    public Customer awake(String key, Instant moment) {
        Customer known = states.take(key);
        if (known == null) {
            return unknown();
        }
        if (known.wakeAt() <= moment.toEpochMilli()) {
            look(key, known, moment);
        }
        return known;
    }

    /** Somebody as they were told of last. */
    public Customer take(String key) {
        return Objects.requireNonNullElseGet(states.take(key), this::unknown);
    }

    /** Somebody of whom nothing is known. */
    public Customer unknown() {
        return Customer.unknown(weighings.shipped());
    }

    /** Keeps somebody, and where they stand in the queue. */
    public void keep(String key, Customer customer) {
        boolean isPast = Progress.isPast(customer.newest().toEpochMilli(), context.currentSystemTimeMs());
        if (customer.queuedAt() != customer.wakeAt() || customer.isQueuedAsPast() != isPast) {
            queueOf(customer).remove(customer.queuedAt(), key);
            customer.queued(isPast);
            queueOf(customer).add(customer.wakeAt(), key);
        }
        states.put(key, customer);
    }

    /** Takes somebody out of the states and out of the queue; null if nothing is known of them. */
    public @Nullable Customer remove(String key) {
        Customer known = states.take(key);
        if (known != null) {
            queueOf(known).remove(known.queuedAt(), key);
            states.delete(key);
        }
        return known;
    }

    /** Tells what changed by a record; it bears a name by the record's, so that it has the same when it is told again. */
    public void tell(Record<String, ?> cause, List<IntentChanged> changes) {
        for (IntentChanged change : changes) {
            String id = String.join(
                    "/",
                    CloudEventHeaders.read(cause.headers(), CloudEventHeaders.SOURCE),
                    CloudEventHeaders.read(cause.headers(), CloudEventHeaders.ID),
                    change.intent(),
                    change.change());
            tell(change, id, cause.timestamp(), cause.headers());
        }
    }

    /** Sends a signal that was heard on to its account. */
    public void sendToAccount(Record<String, ?> cause, SignalRecorded signal) {
        if (signal.accountId() != null) {
            SignalRecorded ofAccount = weighing().signals().ofAccount(signal);
            Record<String, Object> sent =
                    new Record<>(signal.accountId(), ofAccount, cause.timestamp(), new RecordHeaders(cause.headers()));
            outlets.accounts().forEach(outlet -> context.forward(sent, outlet));
        }
    }

    private WakeUps queueOf(Customer customer) {
        return customer.isQueuedAsPast() ? past : living;
    }

    private void wakeUpAnew(long clock) {
        living.lookAnew();
        past.lookAnew();
        wakeUp(clock);
    }

    private void wakeUp(long clock) {
        wakeUp(living, clock);
        wakeUp(past, progress.past(clock));
    }

    private void wakeUp(WakeUps queue, long moment) {
        for (WakeUps.Due due : queue.take(moment, WOKEN_AT_ONCE)) {
            Customer silent = states.take(due.key());
            if (silent != null && silent.queuedAt() == due.moment() && queueOf(silent) == queue) {
                look(due.key(), silent, Instant.ofEpochMilli(moment));
                keep(due.key(), silent);
            }
        }
    }

    private void look(String key, Customer silent, Instant moment) {
        Weighing weighing = weighing();
        silent.settle(moment, weighing).forEach(this::tell);
        for (IntentChanged change : silent.look(key, moment, weighing, partsOf(key, silent))) {
            String id = String.join(
                    "/",
                    key,
                    change.intent(),
                    change.change(),
                    change.occurredAt().toString());
            Headers none = new RecordHeaders();
            CloudEventHeaders.write(none, id, ORIGIN, "intent.changed", change.occurredAt());
            tell(change, id, context.currentSystemTimeMs(), none);
        }
    }

    private List<Customer> partsOf(String key, Customer customer) {
        return customer.hasParts() ? parts.apply(key) : List.of();
    }

    private void tell(IntentChanged change, String id, long timestamp, Headers cause) {
        Headers headers = CloudEventHeaders.following(
                cause,
                CloudEventHeaders.one(CloudEventHeaders.ID, id),
                FROM_HERE,
                CHANGED,
                CloudEventHeaders.one(CloudEventHeaders.TIME, IsoTime.write(change.occurredAt())));
        Record<String, Object> told = new Record<>(change.customerId(), IntentTold.of(change), timestamp, headers);
        outlets.changes().forEach(outlet -> context.forward(told, outlet));
    }

    private void tell(LessonSettled lesson) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.write(headers, UUID.randomUUID().toString(), ORIGIN, SETTLED, lesson.settledAt());
        Record<String, Object> told = new Record<>(lesson.intent(), lesson, context.currentSystemTimeMs(), headers);
        outlets.lessons().forEach(outlet -> context.forward(told, outlet));
    }
}
