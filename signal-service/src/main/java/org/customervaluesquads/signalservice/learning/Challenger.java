package org.customervaluesquads.signalservice.learning;

import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.signalservice.intents.Weights;

/**
 * Weights that may come to serve, beside those that do, both on lessons that began after the weights were frozen: neither
 * has learned from anything that was known by then of those customers' outcomes.
 */
final class Challenger {

    /** Too few lessons say nothing. */
    private static final int LESSONS_MIN = 30;

    /** By then it would have shown. */
    private static final int LESSONS_MAX = 400;

    /** The gain must be more than chance would commonly give. */
    private static final double STANDARD_ERRORS = 1;

    /** Neither order nor calibration may suffer for a better log loss by more than this. */
    private static final double LOSS_OF_ORDER_MAX = 0.05;

    private static final double LOSS_OF_CALIBRATION_MAX = 0.05;

    final Weights weights;
    final int against;
    final long since;
    final Reckoning own;
    final Reckoning others;
    double weight;
    double gain;
    double gainSquares;

    /**
     * Frozen at a moment.
     *
     * @param against the version that serves
     * @param since in milliseconds
     */
    Challenger(Weights weights, int against, long since) {
        this(weights, against, since, new Reckoning(Reckoning.COARSE), new Reckoning(Reckoning.COARSE));
    }

    Challenger(Weights weights, int against, long since, Reckoning own, Reckoning others) {
        this.weights = weights;
        this.against = against;
        this.since = since;
        this.own = own;
        this.others = others;
    }

    /** How it stands. */
    enum Verdict {
        OPEN,
        BETTER,
        NO_BETTER
    }

    Verdict face(LessonSettled lesson, Weights serving, double lessonWeight) {
        if (serving.version() != against) {
            return Verdict.NO_BETTER;
        }
        if (lesson.at().toEpochMilli() < since) {
            return Verdict.OPEN;
        }
        double mine = Weights.probability(weights.logOdds(lesson.counts()));
        double theirs = Weights.probability(serving.logOdds(lesson.counts()));
        own.add(mine, lesson.outcome(), lessonWeight);
        others.add(theirs, lesson.outcome(), lessonWeight);
        double gained = Reckoning.lossOf(theirs, lesson.outcome()) - Reckoning.lossOf(mine, lesson.outcome());
        weight += lessonWeight;
        gain += lessonWeight * gained;
        gainSquares += lessonWeight * gained * gained;
        return verdict();
    }

    private Verdict verdict() {
        if (own.lessons() < LESSONS_MIN) {
            return Verdict.OPEN;
        }
        double mean = gain / weight;
        double deviation = Math.sqrt(Math.max(0, gainSquares / weight - mean * mean) / own.lessons());
        boolean better = mean > 0 && mean >= STANDARD_ERRORS * deviation && suffersNothingElse();
        if (better) {
            return Verdict.BETTER;
        }
        return mean <= 0 || own.lessons() >= LESSONS_MAX ? Verdict.NO_BETTER : Verdict.OPEN;
    }

    private boolean suffersNothingElse() {
        double order = others.auc() - own.auc();
        double calibration = own.calibrationError() - others.calibrationError();
        return !(order > LOSS_OF_ORDER_MAX) && calibration <= LOSS_OF_CALIBRATION_MAX;
    }
}
