package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/**
 * What scores are made with: a catalogue, and for each of its intents the weights that serve. An intent names the features
 * that speak for it; here a feature leads to the intents that it speaks for, since with each signal all intents are looked
 * at, so that a customer's features are gone through once and not once for each intent.
 */
public final class Weighing {

    private final IntentCatalogue catalogue;
    private final HeardSignals signals;
    private final List<Weights> weights = new ArrayList<>();
    private final Map<String, Weights> byIntent = new HashMap<>();
    private final Map<String, Term[]> terms;
    private final double[] biases;
    private final boolean drawsLessons;

    /** Weighs as a catalogue says. */
    public Weighing(IntentCatalogue catalogue) {
        this(catalogue, Map.of());
    }

    /**
     * Weighs as was learned, and as the catalogue says where nothing was.
     *
     * @param learned by intent
     */
    public Weighing(IntentCatalogue catalogue, Map<String, Weights> learned) {
        this.catalogue = catalogue;
        this.drawsLessons = true;
        this.signals = new HeardSignals(catalogue);
        for (Intent intent : catalogue.intents()) {
            Weights given = learned.get(intent.name());
            boolean fits = given != null && given.fit(catalogue.halfLives());
            weights.add(fits ? given : Weights.setByHand(intent));
            byIntent.put(intent.name(), weights.getLast());
        }
        this.biases = weights.stream().mapToDouble(Weights::bias).toArray();
        Map<String, List<Term>> gathered = new HashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            int number = i;
            weights.get(i)
                    .byFeature()
                    .forEach((feature, each) -> gathered.computeIfAbsent(feature, unweighed -> new ArrayList<>())
                            .add(new Term(number, each)));
        }
        Map<String, Term[]> fixed = new HashMap<>();
        gathered.forEach((feature, its) -> fixed.put(feature, its.toArray(Term[]::new)));
        // One that is not to be changed lies flat in memory: each feature of each customer that is heard is looked up.
        this.terms = Map.copyOf(fixed);
    }

    private Weighing(Weighing same) {
        this.catalogue = same.catalogue;
        this.signals = same.signals;
        this.weights.addAll(same.weights);
        this.byIntent.putAll(same.byIntent);
        this.terms = same.terms;
        this.biases = same.biases;
        this.drawsLessons = false;
    }

    /** The same for whoever is scored without being learned from. */
    public Weighing withoutLessons() {
        return new Weighing(this);
    }

    /** Whether lessons are drawn from what is heard. */
    public boolean drawsLessons() {
        return drawsLessons;
    }

    /**
     * What a feature adds to one intent.
     *
     * @param intent its place in the catalogue
     * @param weights one for each half-life
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Term(int intent, double[] weights) {}

    /** The catalogue. */
    public IntentCatalogue catalogue() {
        return catalogue;
    }

    /** Reads what is needed of signals. */
    public HeardSignals signals() {
        return signals;
    }

    /** The weights of an intent of the catalogue. */
    public Weights weights(Intent intent) {
        return Objects.requireNonNull(byIntent.get(intent.name()), intent.name());
    }

    /** All intents of the catalogue on these counts, in its order. */
    Glances glance(DecayedCounts counts) {
        Glances glances = new Glances(biases.clone(), catalogue.halfLives());
        FeatureCounts seen = counts.all();
        int halfLives = catalogue.halfLives().size();
        for (int place = 0; place < seen.size(); place++) {
            Term[] weighed = terms.get(seen.feature(place));
            for (int h = 0; weighed != null && h < halfLives; h++) {
                double count = seen.count(place, h);
                double logarithm = Math.log(1 + count);
                for (Term term : weighed) {
                    glances.add(term.intent(), h, term.weights()[h], count, logarithm);
                }
            }
        }
        return glances;
    }
}
