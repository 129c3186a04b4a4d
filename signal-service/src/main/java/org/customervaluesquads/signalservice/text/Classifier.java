package org.customervaluesquads.signalservice.text;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Tells which of some labels a text bears, or that it bears none of them.
 *
 * <p>A text is known when the head has something to say of it at all: by the energy of its scores (Liu, Wang, Owens and Li
 * 2020, "Energy-based out-of-distribution detection"), not by how clearly one label leads, since a text between two labels
 * is known too.
 */
public final class Classifier {

    private final List<String> labels;
    private final TextVectors vectors;
    private final LinearHead head;
    private final Calibration calibration;

    private Classifier(List<String> labels, TextVectors vectors, LinearHead head, Calibration calibration) {
        this.labels = labels;
        this.vectors = vectors;
        this.head = head;
        this.calibration = calibration;
    }

    /**
     * Learns from examples that bear a label; those that bear none say nothing of what texts are, and are for the
     * calibration.
     */
    static Classifier learn(List<Example> examples, Setting setting) {
        List<Example> labelled =
                examples.stream().filter(example -> example.label() != null).toList();
        List<String> labels = List.copyOf(new TreeSet<>(labelled.stream()
                .map(Example::label)
                .map(Objects::requireNonNull)
                .toList()));
        TextVectors vectors = TextVectors.of(labelled, setting);
        LinearHead head = MaximumEntropy.learn(
                labelled.stream().map(example -> vectors.of(example.sentence())).toList(),
                labelled.stream()
                        .mapToInt(example -> labels.indexOf(example.label()))
                        .toArray(),
                vectors.places(),
                labels.size(),
                setting.trust());
        return new Classifier(labels, vectors, head, Calibration.NONE);
    }

    /** The same under a calibration. */
    Classifier calibrated(Calibration other) {
        return new Classifier(labels, vectors, head, other);
    }

    /** How likely, and from where on a text is known. */
    public Calibration calibration() {
        return calibration;
    }

    /** The labels, in order. */
    public List<String> labels() {
        return labels;
    }

    /** What a text is taken for. */
    public Guess guess(Sentence sentence) {
        float[] scores = scores(sentence);
        double[] shares = Softmax.of(scores, calibration.temperature());
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return new Guess(labels.get(best), shares[best], Softmax.energy(scores) >= calibration.threshold());
    }

    /** What the head says of a text, uncalibrated. */
    float[] scores(Sentence sentence) {
        return head.scores(vectors.of(sentence));
    }
}
