package org.customervaluesquads.signalservice.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text is counted by: its words with their neighbours, and the parts of its words. No language is assumed. */
final class Grams {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+|[^\\s\\p{L}\\p{M}\\p{N}]");
    private static final String START = "^";
    private static final String END = "$";
    private static final String EDGE = " ";
    private static final int PART_MIN = 2;
    private static final int PART_MAX = 5;

    private Grams() {}

    /** Each word, and each pair of neighbours; the start and the end of the text are neighbours too. */
    static List<String> words(String text) {
        List<String> grams = new ArrayList<>();
        String before = START;
        for (String word : split(text)) {
            grams.add(word);
            grams.add(before + EDGE + word);
            before = word;
        }
        grams.add(before + EDGE + END);
        return grams;
    }

    /** Each run of two to five characters inside a word, where the edges of the word count as characters. */
    static List<String> parts(String text) {
        List<String> grams = new ArrayList<>();
        for (String word : split(text)) {
            String edged = EDGE + word + EDGE;
            for (int length = PART_MIN; length <= PART_MAX; length++) {
                for (int from = 0; from + length <= edged.length(); from++) {
                    grams.add(edged.substring(from, from + length));
                }
            }
        }
        return grams;
    }

    private static List<String> split(String text) {
        Matcher words =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        List<String> found = new ArrayList<>();
        while (words.find()) {
            found.add(words.group());
        }
        return found;
    }
}
