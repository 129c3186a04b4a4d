package org.customervaluesquads.signalservice.intents;

import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/**
 * What the score of one intent is made with.
 *
 * @param version zero for those of the catalogue, set by hand
 * @param bias the log-odds of a customer of whom nothing is known
 * @param byFeature one for each half-life
 */
public record Weights(int version, double bias, Map<String, double[]> byFeature) {

    /** No weight and no bias is larger. */
    public static final double BOUND = 20;

    /** Those that were set by hand. */
    public static Weights setByHand(Intent intent) {
        return new Weights(0, intent.bias(), intent.weights());
    }

    /**
     * The log-odds on counts.
     *
     * @param counts for each feature one for each half-life
     */
    public double logOdds(Map<String, float[]> counts) {
        double sum = bias;
        for (Map.Entry<String, float[]> seen : counts.entrySet()) {
            double[] weights = byFeature.get(seen.getKey());
            for (int h = 0; weights != null && h < weights.length; h++) {
                sum += weights[h] * Math.log1p(seen.getValue()[h]);
            }
        }
        return sum;
    }

    /** The probability of log-odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Whether these are of as many half-lives. */
    boolean fit(List<?> halfLives) {
        return byFeature.values().stream().allMatch(weights -> weights.length == halfLives.size());
    }
}
