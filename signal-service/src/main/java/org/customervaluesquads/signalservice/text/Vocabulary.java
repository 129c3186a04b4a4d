package org.customervaluesquads.signalservice.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The grams of a kind that occur in examples, each with its place in a vector and with what it is worth there. */
final class Vocabulary {

    /** What a gram is worth that tells no labels apart; together with others it may. */
    private static final float LEAST = 0.3f;

    /** What occurs once may have occurred by chance. */
    private static final int TELLING_EXAMPLES_MIN = 2;

    private final Map<String, Integer> places;
    private final float[] worths;

    private Vocabulary(Map<String, Integer> places, float[] worths) {
        this.places = places;
        this.worths = worths;
    }

    /** By what grams count. */
    enum Worth {
        /** The more examples hold a gram, the less it says (inverse document frequency; Spärck Jones 1972). */
        RARE,
        /**
         * A gram says more, the more often it occurs with one label than with all others, or the less: the logarithm of how
         * many times as often, for the label where that is farthest from none (after Wang and Manning 2012, "Baselines and
         * bigrams").
         */
        TELLING
    }

    /** Learns from examples, each of which bears a label, by their grams. */
    static Vocabulary of(List<Example> examples, Function<String, List<String>> grams, Worth worth) {
        Map<String, Integer> ofLabel =
                examples.stream().collect(Collectors.toMap(Vocabulary::label, example -> 1, Integer::sum));
        Map<String, Map<String, Integer>> holding = holding(examples, grams);
        if (worth == Worth.TELLING) {
            holding.values().removeIf(counts -> sum(counts) < TELLING_EXAMPLES_MIN);
        }
        Map<String, Integer> places = HashMap.newHashMap(holding.size());
        float[] worths = new float[holding.size()];
        holding.forEach((gram, counts) -> {
            worths[places.size()] = switch (worth) {
                case RARE -> rareness(sum(counts), examples.size());
                case TELLING -> LEAST + telling(counts, ofLabel, examples.size());
            };
            places.put(gram, places.size());
        });
        return new Vocabulary(places, worths);
    }

    /** How many examples of each label hold each gram. */
    private static Map<String, Map<String, Integer>> holding(
            List<Example> examples, Function<String, List<String>> grams) {
        Map<String, Map<String, Integer>> holding = new HashMap<>();
        for (Example example : examples) {
            for (String gram : new HashSet<>(grams.apply(example.sentence().text()))) {
                holding.computeIfAbsent(gram, first -> HashMap.newHashMap(1)).merge(label(example), 1, Integer::sum);
            }
        }
        return holding;
    }

    private static float rareness(int holding, int examples) {
        return (float) (1 + Math.log((1.0 + examples) / (1 + holding)));
    }

    private static float telling(Map<String, Integer> counts, Map<String, Integer> ofLabel, int examples) {
        int all = sum(counts);
        double most = 0;
        for (Map.Entry<String, Integer> label : ofLabel.entrySet()) {
            int own = counts.getOrDefault(label.getKey(), 0);
            double here = (own + 1.0) / (label.getValue() + 2);
            double elsewhere = (all - own + 1.0) / (examples - label.getValue() + 2);
            most = Math.max(most, Math.abs(Math.log(here / elsewhere)));
        }
        return (float) most;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String label(Example example) {
        return Objects.requireNonNull(example.label());
    }

    int size() {
        return worths.length;
    }

    /**
     * Adds what is known of some grams to a vector, as a block of this length.
     *
     * @param from the place of the block's first gram
     */
    void add(List<String> grams, int from, float length, SparseVector.Growing to) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String gram : grams) {
            Integer place = places.get(gram);
            if (place != null) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        double squares = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            double weight = weight(count);
            squares += weight * weight;
        }
        double scale = length / Math.sqrt(squares);
        counts.entrySet().forEach(count -> to.add(from + count.getKey(), (float) (scale * weight(count))));
    }

    private double weight(Map.Entry<Integer, Integer> count) {
        return (1 + Math.log(count.getValue())) * worths[count.getKey()];
    }
}
