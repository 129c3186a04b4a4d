package org.customervaluesquads.signalservice.text.backtest;

import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.signalservice.text.Quality;

/**
 * Cross-validation: every text is tried once, by what was learnt from those of the other folds. One fold of a few thousand texts
 * tells an accuracy to within a percent; all of them together tell it better.
 *
 * @param folds how each was labelled
 * @param accuracy the share of all texts that bear a label that were given theirs
 * @param macroF1 the mean over the folds
 */
record Folds(List<Quality> folds, double accuracy, double macroF1) {

    /** What is held out, and what is learnt from. */
    record Fold(List<Labelled> toLearn, List<Labelled> toTry) {}

    /** As many folds as are asked for: the first holds the first of so many rows, and of each so many after it. */
    static List<Fold> of(List<Labelled> texts, int count) {
        if (count < 2 || texts.size() < count) {
            throw new Unreadable("there must be two folds at least, and a text for each");
        }
        List<Fold> folds = new ArrayList<>();
        for (int held = 0; held < count; held++) {
            Fold fold = new Fold(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < texts.size(); i++) {
                (i % count == held ? fold.toTry() : fold.toLearn()).add(texts.get(i));
            }
            folds.add(fold);
        }
        return folds;
    }

    /** Of what was seen of each fold. */
    static Folds together(List<Quality> folds) {
        double right = folds.stream()
                .mapToDouble(fold -> fold.accuracy() * fold.texts())
                .sum();
        int texts = folds.stream().mapToInt(Quality::texts).sum();
        return new Folds(
                folds,
                right / Math.max(1, texts),
                folds.stream().mapToDouble(Quality::macroF1).average().orElse(0));
    }
}
