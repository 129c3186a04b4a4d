package org.customervaluesquads.signalservice.text.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is wanted.
 *
 * @param textColumn its name, or its number from one; null if it is to be found
 * @param labelColumn the same for the label
 * @param parts of a file that holds several; each entry is a choice, and the first of which the file has anything is taken
 */
record Asked(@Nullable String textColumn, @Nullable String labelColumn, List<List<String>> parts) {

    private static final List<List<String>> TO_LEARN = List.of(List.of("train", "oos_train"));
    private static final List<List<String>> TO_TRY = List.of(List.of("test", "oos_test"), List.of("val", "oos_val"));

    /** The parts that are meant for learning. */
    static Asked toLearn(@Nullable String textColumn, @Nullable String labelColumn) {
        return new Asked(textColumn, labelColumn, TO_LEARN);
    }

    /** The parts that are meant for the test, or else for validation. */
    static Asked toTry(@Nullable String textColumn, @Nullable String labelColumn) {
        return new Asked(textColumn, labelColumn, TO_TRY);
    }
}
