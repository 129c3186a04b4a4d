package org.customervaluesquads.signalservice.intents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.jspecify.annotations.Nullable;

/**
 * All that listening keeps of one customer: decayed counts, attributes by which squads claim them, and for each intent
 * what was last told of it.
 */
public final class Customer {

    private static final int OWN_BYTES = 400;
    private static final int FEATURE_BYTES = 32;
    private static final int TOLD_BYTES = 96;
    private static final int ATTRIBUTE_BYTES = 64;

    private final DecayedCounts counts;
    private final SeenAttributes attributes;
    private final Map<String, Told> told;

    Customer(DecayedCounts counts, SeenAttributes attributes, Map<String, Told> told) {
        this.counts = counts;
        this.attributes = attributes;
        this.told = told;
    }

    /** Somebody of whom nothing is known yet. */
    public static Customer unknown(IntentCatalogue catalogue) {
        return new Customer(new DecayedCounts(catalogue.halfLives()), new SeenAttributes(), new LinkedHashMap<>());
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
     * <p>A late signal enters the counts with its own decay. It confirms nothing: what stood before it is no longer
     * known.
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
        List<IntentChanged> changes = new ArrayList<>();
        List<Intent> foretold = catalogue.foretelling(signal.type());
        if (!foretold.isEmpty()) {
            Customer before = with(parts);
            Instant known = before.counts.at();
            if (known != null && !signal.occurredAt().isBefore(known)) {
                for (Standing standing : before.standings(foretold, catalogue, signal.occurredAt())) {
                    changes.add(before.change(id, "confirmed", standing, signal.occurredAt(), catalogue, signal));
                }
            }
        }
        listener.attributes.add(signal);
        listener.counts.see(catalogue.featuresOf(signal), signal.occurredAt());
        changes.addAll(tell(id, weighing, parts));
        return changes;
    }

    /** What is to be told of the customer as of the newest signal: intents whose stage or score changed. */
    public List<IntentChanged> tell(String id, Weighing weighing, List<Customer> parts) {
        Customer whole = with(parts);
        Instant now = whole.counts.at();
        if (now == null) {
            return List.of();
        }
        List<IntentChanged> changes = new ArrayList<>();
        IntentCatalogue catalogue = weighing.catalogue();
        Glances glances = weighing.glance(whole.counts);
        for (int i = 0; i < catalogue.intents().size(); i++) {
            Intent intent = catalogue.intents().get(i);
            Told before = toldOf(intent);
            if (isNews(glances.probability(i), glances.surge(i), before, catalogue.thresholds())) {
                Standing standing = standing(intent, whole.counts, catalogue.thresholds());
                String why = standing.stage() != before.stage() ? "stage" : "score";
                changes.add(whole.change(id, why, standing, now, catalogue, null));
                told.put(
                        intent.name(),
                        new Told(standing.stage(), standing.score().probability()));
            }
        }
        return changes;
    }

    /**
     * The customer together with the parts: sums of the counts, and every place in which one of them was seen. The parts
     * stay as they are, so that each can be taken away again without a trace. What is told remains this customer's own.
     */
    public Customer with(List<Customer> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        Customer whole =
                new Customer(new DecayedCounts(counts.halfLives()), new SeenAttributes(), new LinkedHashMap<>(told));
        whole.add(this);
        parts.forEach(whole::add);
        return whole;
    }

    /** Takes in another state for good: the same as if all of its signals had been heard here. */
    public void add(Customer other) {
        counts.add(other.counts);
        attributes.add(other.attributes);
    }

    private static boolean isNews(double probability, double surge, Told before, Stage.Thresholds thresholds) {
        return Math.abs(probability - before.score()) >= thresholds.step()
                || before.stage().next(probability, surge, thresholds) != before.stage();
    }

    /** Every intent of the catalogue as of a moment, or as of the newest signal if that is later. */
    public List<Standing> standings(IntentCatalogue catalogue, Instant moment) {
        return standings(catalogue.intents(), catalogue, moment);
    }

    private List<Standing> standings(List<Intent> intents, IntentCatalogue catalogue, Instant moment) {
        DecayedCounts then = counts.asOf(moment);
        return intents.stream()
                .map(intent -> standing(intent, then, catalogue.thresholds()))
                .toList();
    }

    private Standing standing(Intent intent, DecayedCounts then, Stage.Thresholds thresholds) {
        Score score = Score.of(intent, then);
        return new Standing(intent, score, toldOf(intent).stage().next(score.probability(), score.surge(), thresholds));
    }

    /** What decides in whose scope the customer is. */
    public Scope.Attributes attributes() {
        return attributes.all();
    }

    private Told toldOf(Intent intent) {
        return told.getOrDefault(intent.name(), Told.NOTHING);
    }

    private IntentChanged change(
            String id,
            String why,
            Standing standing,
            Instant now,
            IntentCatalogue catalogue,
            @Nullable SignalRecorded outcome) {
        Told before = toldOf(standing.intent());
        Scope.Attributes who = attributes.all();
        return new IntentChanged(
                id,
                standing.intent().name(),
                why,
                standing.score().probability(),
                standing.score().logOdds(),
                standing.score().bias(),
                standing.stage().word(),
                before.score(),
                before.stage().word(),
                now,
                outcome == null ? null : outcome.source() + "/" + outcome.id(),
                standing.score().evidence(),
                who.regions(),
                who.segments(),
                who.accounts(),
                who.products(),
                who.channels(),
                catalogue.version());
    }

    /** What the customer takes in memory, about. */
    public int heldBytes() {
        return OWN_BYTES
                + counts.size() * FEATURE_BYTES
                + told.size() * TOLD_BYTES
                + attributes.size() * ATTRIBUTE_BYTES;
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
}
