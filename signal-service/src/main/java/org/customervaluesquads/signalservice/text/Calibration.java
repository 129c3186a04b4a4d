package org.customervaluesquads.signalservice.text;

import java.util.List;

/**
 * What held-out texts say of how far scores can be trusted.
 *
 * @param temperature by which scores are divided so that confidence is how often a label is right (Guo, Pleiss, Sun and
 *     Weinberger 2017, "On calibration of modern neural networks")
 * @param threshold the energy below which a text is none of what is asked for
 */
public record Calibration(double temperature, double threshold) {

    /** Scores as they are; every text is known. */
    public static final Calibration NONE = new Calibration(1, Double.NEGATIVE_INFINITY);

    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final int NARROWINGS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The threshold is best when so much of what comes is none of what is asked for. */
    private static final double UNKNOWN = 1.0 / 20;

    /** Calibrates by texts that the scores were not learnt from; without any, not at all. */
    static Calibration of(List<Trial> trials) {
        List<Trial> ofClasses = trials.stream().filter(Trial::isOfAClass).toList();
        if (ofClasses.isEmpty()) {
            return NONE;
        }
        return new Calibration(temperatureOf(ofClasses), thresholdOf(trials, ofClasses.size()));
    }

    /** Where the likelihood is highest, which has one summit; found by golden sections on a logarithmic scale. */
    private static double temperatureOf(List<Trial> trials) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int i = 0; i < NARROWINGS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (likelihood(trials, Math.exp(left)) > likelihood(trials, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** How likely the right classes are, all together and under the temperature that suits the texts, as a logarithm. */
    static double likelihoodOf(List<Trial> trials) {
        List<Trial> ofClasses = trials.stream().filter(Trial::isOfAClass).toList();
        return likelihood(ofClasses, temperatureOf(ofClasses));
    }

    private static double likelihood(List<Trial> trials, double temperature) {
        return trials.stream()
                .mapToDouble(trial -> trial.logLikelihood(temperature))
                .sum();
    }

    /**
     * Where most texts are taken for what they are. Without any that are none of the classes, it loses no right one.
     */
    private static double thresholdOf(List<Trial> trials, int ofClasses) {
        List<Trial> byEnergy = trials.stream()
                .sorted((one, other) -> Double.compare(one.energy(), other.energy()))
                .toList();
        int unknown = trials.size() - ofClasses;
        double threshold = Double.NEGATIVE_INFINITY;
        double gained = 0;
        double best = 0;
        for (Trial trial : byEnergy) {
            if (trial.isRight()) {
                if (gained >= best) {
                    best = gained;
                    threshold = trial.energy();
                }
                gained -= (1 - UNKNOWN) / ofClasses;
            } else if (!trial.isOfAClass()) {
                gained += UNKNOWN / unknown;
            }
        }
        return threshold;
    }
}
