package org.customervaluesquads.signalservice.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.customervaluesquads.contracts.ModelPublished.Quality;

/**
 * How good probabilities are beside what came, added up in a memory that does not grow: scores fall into steps of equal
 * log-odds. Log loss is exact; within a step the order of two scores is not known, so that they count as equal for the AUC
 * and for the average precision. Lessons can have weights.
 */
public final class Reckoning {

    /** Fine enough that the steps do not show in what is printed. */
    public static final int FINE = 40_000;

    static final int COARSE = 120;

    /** Equal steps of probability over which calibration is looked at. */
    private static final int CALIBRATION_STEPS = 10;

    private static final double LOG_ODDS_MAX = 12;

    /** A probability is taken to be no nearer to 0 or 1, so that one surprise is not infinitely bad. */
    private static final double NEAREST = 1e-12;

    final double[] positives;
    final double[] negatives;
    final double[] foreseen = new double[CALIBRATION_STEPS];
    final double[] came = new double[CALIBRATION_STEPS];
    final double[] weights = new double[CALIBRATION_STEPS];
    double loss;
    long lessons;
    long outcomes;

    /** Nothing yet, in so many steps. */
    public Reckoning(int steps) {
        positives = new double[steps];
        negatives = new double[steps];
    }

    /**
     * One step of the reliability table.
     *
     * @param rows how many scores fell into it
     * @param foreseen their mean probability
     * @param came the share of outcomes among them
     */
    public record Step(double from, double to, double rows, double foreseen, double came) {}

    /** A probability was given, and the outcome came or not. */
    public void add(double probability, boolean outcome, double weight) {
        double likely = Math.clamp(probability, NEAREST, 1 - NEAREST);
        double logOdds = Math.log(likely / (1 - likely));
        double place = (Math.clamp(logOdds / LOG_ODDS_MAX, -1, 1) + 1) / 2;
        int step = (int) Math.min(positives.length - 1, place * positives.length);
        (outcome ? positives : negatives)[step] += weight;
        int calibration = (int) Math.min(CALIBRATION_STEPS - 1, probability * CALIBRATION_STEPS);
        weights[calibration] += weight;
        foreseen[calibration] += weight * probability;
        came[calibration] += outcome ? weight : 0;
        loss += weight * lossOf(probability, outcome);
        lessons++;
        outcomes += outcome ? 1 : 0;
    }

    /** The natural logarithm of what was given to that which came, turned about. */
    public static double lossOf(double probability, boolean outcome) {
        return -Math.log(Math.max(NEAREST, outcome ? probability : 1 - probability));
    }

    /** How many probabilities were given. */
    public long lessons() {
        return lessons;
    }

    /** How many outcomes came. */
    public long outcomes() {
        return outcomes;
    }

    /** The mean loss. */
    public double logLoss() {
        return lessons == 0 ? 0 : loss / weight();
    }

    /**
     * The share of pairs of an outcome and none in which the outcome was given the higher probability, ties as half; not a
     * number without both. Equal to the area under the curve of Hanley and McNeil (1982).
     */
    public double auc() {
        double below = 0;
        double ordered = 0;
        for (int i = 0; i < positives.length; i++) {
            ordered += positives[i] * (below + negatives[i] / 2);
            below += negatives[i];
        }
        return ordered / (below * sum(positives));
    }

    /** The mean share of outcomes among all that were given at least as much, over the outcomes. */
    public double averagePrecision() {
        double found = 0;
        double looked = 0;
        double sum = 0;
        for (int i = positives.length - 1; i >= 0; i--) {
            found += positives[i];
            looked += positives[i] + negatives[i];
            sum += looked == 0 ? 0 : positives[i] * found / looked;
        }
        return sum / found;
    }

    /** The expected calibration error: the mean distance of probability and share of outcomes, over ten equal steps. */
    public double calibrationError() {
        double distance = 0;
        for (int i = 0; i < CALIBRATION_STEPS; i++) {
            distance += Math.abs(foreseen[i] - came[i]);
        }
        return lessons == 0 ? 0 : distance / weight();
    }

    /** The steps of probability into which scores fell. */
    public List<Step> reliability() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < CALIBRATION_STEPS; i++) {
            if (weights[i] > 0) {
                steps.add(new Step(
                        (double) i / CALIBRATION_STEPS,
                        (double) (i + 1) / CALIBRATION_STEPS,
                        weights[i],
                        foreseen[i] / weights[i],
                        came[i] / weights[i]));
            }
        }
        return steps;
    }

    /** All in a few figures. */
    public Quality quality() {
        double auc = auc();
        return new Quality(lessons, outcomes, logLoss(), Double.isNaN(auc) ? null : auc, calibrationError());
    }

    private double weight() {
        return sum(weights);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
