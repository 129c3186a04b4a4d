package org.customervaluesquads.signalservice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Labelled sentences with embeddings that are made up: near each other where the label is the same. */
public final class Invented {

    private static final int DIMENSIONS = 8;

    private Invented() {}

    /** An embedding without a model: where a text stands follows from its first word. */
    public static List<Sentence> embed(List<String> texts) {
        return texts.stream()
                .map(text -> new Sentence(text, meaning(text.split(" ", 2)[0], new Random(text.hashCode()))))
                .toList();
    }

    /** So many examples of each label, whose texts begin with it. */
    static List<Example> examples(int count, String... labels) {
        List<Example> examples = new ArrayList<>();
        for (String label : labels) {
            examples.addAll(beginningWith(label, count, label));
        }
        return examples;
    }

    /** So many examples whose texts begin with a word. */
    static List<Example> beginningWith(String word, int count, @Nullable String label) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(word + " number " + i);
        }
        return embed(texts).stream()
                .map(sentence -> new Example(sentence, label))
                .toList();
    }

    private static float[] meaning(String word, Random noise) {
        Random middle = new Random(word.hashCode() * 31L);
        float[] meaning = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            meaning[i] = (float) (middle.nextGaussian() + 0.1 * noise.nextGaussian());
        }
        return meaning;
    }
}
