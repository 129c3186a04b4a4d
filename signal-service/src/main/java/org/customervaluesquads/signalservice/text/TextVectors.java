package org.customervaluesquads.signalservice.text;

import java.util.List;

/**
 * Makes of a text the vector that a linear head weighs: what the sentence means (its embedding, seen from the middle of the
 * examples'), its words, and the parts of its words, each block of a length of its own.
 *
 * <p>The embedding carries meaning from text to text where words differ; the grams carry what the embedding blurs, and
 * languages that its model never learnt.
 */
final class TextVectors {

    private final float grams;
    private final float[] middle;
    private final Vocabulary words;
    private final Vocabulary parts;

    private TextVectors(float grams, float[] middle, Vocabulary words, Vocabulary parts) {
        this.grams = grams;
        this.middle = middle;
        this.words = words;
        this.parts = parts;
    }

    /**
     * Learns the middle and the vocabularies of examples, each of which bears a label.
     *
     * @param setting how long the blocks of words and of parts are, where that of the meaning is one, and what grams count by
     */
    static TextVectors of(List<Example> examples, Setting setting) {
        float[] middle = new float[examples.getFirst().sentence().meaning().length];
        for (Example example : examples) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += example.sentence().meaning()[i] / examples.size();
            }
        }
        return new TextVectors(
                setting.grams(),
                middle,
                Vocabulary.of(examples, Grams::words, setting.worth()),
                Vocabulary.of(examples, Grams::parts, setting.worth()));
    }

    /** How many places its vectors have; the last is one in each, for the bias. */
    int places() {
        return middle.length + words.size() + parts.size() + 1;
    }

    /** The vector of a text. */
    SparseVector of(Sentence sentence) {
        SparseVector.Growing vector = new SparseVector.Growing();
        addMeaning(sentence.meaning(), vector);
        words.add(Grams.words(sentence.text()), middle.length, grams, vector);
        parts.add(Grams.parts(sentence.text()), middle.length + words.size(), grams, vector);
        vector.add(places() - 1, 1);
        return vector.grown();
    }

    private void addMeaning(float[] meaning, SparseVector.Growing vector) {
        float[] seen = new float[middle.length];
        double squares = 0;
        for (int i = 0; i < middle.length; i++) {
            seen[i] = meaning[i] - middle[i];
            squares += seen[i] * seen[i];
        }
        if (squares > 0) {
            double scale = 1 / Math.sqrt(squares);
            for (int i = 0; i < seen.length; i++) {
                vector.add(i, (float) (scale * seen[i]));
            }
        }
    }
}
