package org.customervaluesquads.signalservice.intents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/**
 * All that is kept of one customer: decayed counts, attributes by which squads claim them, what was last told of each intent,
 * lessons whose outcomes are not known yet, and when to look again although nothing happens.
 */
public final class Customer {

    /** Nothing is to be looked for. */
    public static final long NEVER = Long.MAX_VALUE;

    private final DecayedCounts counts;
    private final SeenAttributes attributes;
    private final Map<String, Told> told;
    private final OpenLessons lessons;
    private Watch watch;
    private long queuedAt;
    private boolean hasParts;

    Customer(
            DecayedCounts counts, SeenAttributes attributes, Map<String, Told> told, OpenLessons lessons, Watch watch) {
        this.counts = counts;
        this.attributes = attributes;
        this.told = told;
        this.lessons = lessons;
        this.watch = watch;
        this.queuedAt = watch.wakeAt();
    }

    /** Somebody of whom nothing is known yet. */
    public static Customer unknown(IntentCatalogue catalogue) {
        return new Customer(
                new DecayedCounts(catalogue.halfLives()),
                new SeenAttributes(),
                new LinkedHashMap<>(),
                new OpenLessons(),
                Watch.NONE);
    }

    /** What was last told of an intent; nothing told counts as no intent. */
    record Told(Stage stage, double score) {
        static final Told NOTHING = new Told(Stage.NONE, 0);
    }

    /** An intent as of a moment. */
    public record Standing(Intent intent, Score score, Stage stage) {}

    /**
     * Takes in a signal, and returns what is to be told of it, in this order: intents that the signal confirms, as they
     * stood just before it; then intents whose stage changed or whose score moved by the catalogue's step.
     *
     * <p>A late signal enters the counts with its own decay. It confirms nothing to squads.
     */
    public List<IntentChanged> hear(String id, SignalRecorded signal, Weighing weighing) {
        return hear(id, signal, weighing, this, List.of());
    }

    /**
     * The same for a customer to whom devices were joined: what is told is told of the whole.
     *
     * @param listener this customer, or the one of the parts of which the signal is
     * @param parts the devices' own states
     */
    public List<IntentChanged> hear(
            String id, SignalRecorded signal, Weighing weighing, Customer listener, List<Customer> parts) {
        IntentCatalogue catalogue = weighing.catalogue();
        Customer before = with(parts);
        Instant known = before.counts.at();
        boolean late = known != null && signal.occurredAt().isBefore(known);
        List<IntentChanged> changes = new ArrayList<>();
        for (Intent intent : catalogue.foretelling(signal.type())) {
            lessons.confirm(intent, signal.occurredAt().toEpochMilli());
            if (known != null && !late) {
                Standing standing = before.standing(intent, before.counts.asOf(signal.occurredAt()), weighing);
                changes.add(News.of(id, "confirmed", standing, signal.occurredAt(), catalogue, signal, before));
            }
        }
        listener.attributes.add(signal);
        listener.counts.see(
                catalogue.featuresOf(signal),
                signal.occurredAt(),
                listener.attributes.bitOfSilo(signal.silo()),
                listener.attributes.bitOfChannel(signal.channel()));
        Customer whole = with(parts);
        if (!late && weighing.drawsLessons()) {
            lessons.draw(catalogue, signal, whole.counts);
        }
        changes.addAll(tell(id, weighing, whole));
        return changes;
    }

    /** What is to be told of the customer as of the newest signal: intents whose stage or score changed. */
    public List<IntentChanged> tell(String id, Weighing weighing, List<Customer> parts) {
        return tell(id, weighing, with(parts));
    }

    private List<IntentChanged> tell(String id, Weighing weighing, Customer whole) {
        if (whole.counts.at() == null) {
            return List.of();
        }
        IntentCatalogue catalogue = weighing.catalogue();
        long now = Math.max(whole.counts.moment(), watch.toldAt());
        DecayedCounts then = now == whole.counts.moment() ? whole.counts : whole.counts.asOf(Instant.ofEpochMilli(now));
        List<IntentChanged> changes = List.of();
        Glances glances = weighing.glance(then);
        for (int i = 0; i < catalogue.intents().size(); i++) {
            Intent intent = catalogue.intents().get(i);
            Told before = toldOf(intent);
            if (isNews(glances.probability(i), glances.surge(i), before, catalogue.thresholds())) {
                changes = changes.isEmpty() ? new ArrayList<>() : changes;
                changes.add(tell(id, whole, standing(intent, then, weighing), Instant.ofEpochMilli(now), catalogue));
            }
        }
        long next = Silence.nextLook(glances, weighing, this, now);
        if (next < watch.wakeAt()) {
            watch = watch.at(next);
        }
        return changes;
    }

    private IntentChanged tell(String id, Customer whole, Standing standing, Instant when, IntentCatalogue catalogue) {
        String why = standing.stage() != toldOf(standing.intent()).stage() ? "stage" : "score";
        IntentChanged change = News.of(id, why, standing, when, catalogue, null, whole);
        Told now = new Told(standing.stage(), standing.score().probability());
        told.put(standing.intent().name(), now);
        whole.told.put(standing.intent().name(), now);
        return change;
    }

    /**
     * Looks after a customer who may be silent: what is to be told of intents that left their stages by a moment, each as
     * of the moment at which it did, the earliest first.
     */
    public List<IntentChanged> look(String id, Instant moment, Weighing weighing, List<Customer> parts) {
        Customer whole = with(parts);
        if (whole.counts.at() == null) {
            watch = watch.at(lessons.due());
            return List.of();
        }
        IntentCatalogue catalogue = weighing.catalogue();
        long from = Math.max(whole.counts.moment(), watch.toldAt());
        long now = Math.max(from, moment.toEpochMilli());
        List<IntentChanged> changes = new ArrayList<>();
        long toldAt = watch.toldAt();
        for (Silence.Left left : Silence.leftBetween(from, now, weighing, whole)) {
            Instant then = Instant.ofEpochMilli(left.moment());
            Standing standing = standing(left.intent(), whole.counts.asOf(then), weighing);
            changes.add(tell(id, whole, standing, then, catalogue));
            toldAt = Math.max(toldAt, left.moment());
        }
        Glances glances = weighing.glance(whole.counts.asOf(Instant.ofEpochMilli(now)));
        watch = new Watch(toldAt, Silence.nextChange(glances, weighing, whole, this, now), watch.asPast());
        return changes;
    }

    /** Takes out the lessons whose horizon has ended by a moment. */
    public List<LessonSettled> settle(Instant moment, Weighing weighing) {
        return lessons.settle(weighing.catalogue(), moment.toEpochMilli());
    }

    /** Before this no stage is left and no lesson settles, though nothing happens; in milliseconds. */
    public long wakeAt() {
        return watch.wakeAt();
    }

    /** Whether devices are joined to the customer, whose parts are kept elsewhere. */
    public boolean hasParts() {
        return hasParts;
    }

    /** Devices are joined to the customer, or none are any more. */
    public void hasParts(boolean some) {
        hasParts = some;
    }

    /** For which moment the customer stands in a queue. */
    public long queuedAt() {
        return queuedAt;
    }

    /** Whether that is the queue of those who were last heard of in a history. */
    public boolean isQueuedAsPast() {
        return watch.asPast();
    }

    /** The customer stands in one of the two queues for the moment at which to look. */
    public void queued(boolean asPast) {
        queuedAt = watch.wakeAt();
        watch = new Watch(watch.toldAt(), queuedAt, asPast);
    }

    /**
     * The customer together with the parts: sums of the counts, and every place in which one of them was seen. The parts
     * stay as they are, so that each can be taken away again without a trace. What is told remains this customer's own.
     */
    public Customer with(List<Customer> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        Customer whole = new Customer(
                new DecayedCounts(counts.halfLives()),
                new SeenAttributes(),
                new LinkedHashMap<>(told),
                new OpenLessons(),
                watch);
        whole.add(this);
        parts.forEach(whole::add);
        return whole;
    }

    /** Takes in another state for good: the same as if all of its signals had been heard here. */
    public void add(Customer other) {
        attributes.add(other.attributes);
        counts.add(
                other.counts,
                bits -> attributes.silosFrom(other.attributes, bits),
                bits -> attributes.channelsFrom(other.attributes, bits));
    }

    /** Takes over the lessons of somebody who turned out to be this customer: from now on its outcomes settle them. */
    public void adoptLessonsOf(Customer other) {
        lessons.adopt(other.lessons);
        watch = watch.at(Math.min(watch.wakeAt(), lessons.due()));
    }

    private static boolean isNews(double probability, double surge, Told before, Stage.Thresholds thresholds) {
        return Math.abs(probability - before.score()) >= thresholds.step()
                || before.stage().next(probability, surge, thresholds) != before.stage();
    }

    /** Every intent as of a moment, or as of the newest signal if that is later. */
    public List<Standing> standings(Weighing weighing, Instant moment) {
        DecayedCounts then = counts.asOf(moment);
        return weighing.catalogue().intents().stream()
                .map(intent -> standing(intent, then, weighing))
                .toList();
    }

    private Standing standing(Intent intent, DecayedCounts then, Weighing weighing) {
        Score score = Score.of(weighing.weights(intent), then);
        Stage stage = toldOf(intent)
                .stage()
                .next(score.probability(), score.surge(), weighing.catalogue().thresholds());
        return new Standing(intent, score, stage);
    }

    /** For each feature its counts as of a moment, one for each half-life. */
    public Map<String, float[]> countsAsOf(Instant moment) {
        return OpenLesson.of(counts.asOf(moment)).counts();
    }

    /** When the newest signal happened. */
    public Instant newest() {
        return Objects.requireNonNullElse(counts.at(), Instant.EPOCH);
    }

    /** What decides in whose scope the customer is. */
    public Scope.Attributes attributes() {
        return attributes.all();
    }

    Told toldOf(Intent intent) {
        return told.getOrDefault(intent.name(), Told.NOTHING);
    }

    DecayedCounts counts() {
        return counts;
    }

    SeenAttributes seenAttributes() {
        return attributes;
    }

    Map<String, Told> told() {
        return told;
    }

    OpenLessons lessons() {
        return lessons;
    }

    Watch watch() {
        return watch;
    }
}
