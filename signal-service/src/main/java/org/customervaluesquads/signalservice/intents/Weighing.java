package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/**
 * A catalogue turned about: an intent names the features that speak for it, here a feature leads to the intents that it
 * speaks for. With each signal all intents are looked at, so that a customer's features are gone through once and not
 * once for each intent.
 */
public final class Weighing {

    private final IntentCatalogue catalogue;
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final double[] biases;

    /** Weighs as a catalogue says. */
    public Weighing(IntentCatalogue catalogue) {
        this.catalogue = catalogue;
        List<Intent> intents = catalogue.intents();
        this.biases = intents.stream().mapToDouble(Intent::bias).toArray();
        for (int i = 0; i < intents.size(); i++) {
            int number = i;
            intents.get(i)
                    .weights()
                    .forEach((feature, weights) -> terms.computeIfAbsent(feature, unweighed -> new ArrayList<>())
                            .add(new Term(number, weights)));
        }
    }

    /**
     * What a feature adds to one intent.
     *
     * @param intent its place in the catalogue
     * @param weights one for each half-life
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Term(int intent, double[] weights) {}

    IntentCatalogue catalogue() {
        return catalogue;
    }

    /** All intents of the catalogue on these counts, in its order. */
    Glances glance(DecayedCounts counts) {
        Glances glances = new Glances(biases.clone(), catalogue.halfLives());
        FeatureCounts seen = counts.all();
        for (int place = 0; place < seen.size(); place++) {
            List<Term> weighed = terms.get(seen.feature(place));
            for (int h = 0; weighed != null && h < catalogue.halfLives().size(); h++) {
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
