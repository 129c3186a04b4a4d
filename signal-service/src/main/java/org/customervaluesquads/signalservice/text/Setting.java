package org.customervaluesquads.signalservice.text;

import java.util.List;
import org.customervaluesquads.signalservice.text.Vocabulary.Worth;

/**
 * What of a head is not learnt but tried out on held-out texts.
 *
 * @param trust how much an example's error costs beside the squares of the weights: much where examples are few and right,
 *     little where they contradict each other
 * @param grams the length of the blocks of words and of parts beside that of the meaning: long where the wording decides,
 *     or the embedding model does not know the language
 * @param worth by what a gram counts among the others
 */
record Setting(double trust, float grams, Worth worth) {

    /** All that are tried. */
    static final List<Setting> TRIED = List.of(
            new Setting(30, 0.3f, Worth.RARE),
            new Setting(10, 0.5f, Worth.RARE),
            new Setting(5, 1, Worth.TELLING),
            new Setting(1, 2, Worth.TELLING),
            new Setting(0.5, 3.3f, Worth.TELLING));
}
