package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;

/**
 * An intent's probability at a moment, with the terms that make it: {@code P = σ(bias + Σ w · ln(1 + n))}.
 *
 * @param probability between 0 and 1
 * @param logOdds the bias plus the contributions, added in the order of the evidence
 * @param surge how many times faster the customer moved over the short half-life than over the long one, in the features
 *     that speak for the intent
 * @param evidence the terms, largest first
 */
public record Score(double probability, double logOdds, double bias, double surge, List<Evidence> evidence) {

    private static final Comparator<Evidence> LARGEST_FIRST = Comparator.comparingDouble(
                    (Evidence term) -> -Math.abs(term.contribution()))
            .thenComparing(Evidence::feature)
            .thenComparing(Evidence::halfLife);

    /** Scores an intent on counts as of the moment that is asked for. */
    public static Score of(Intent intent, DecayedCounts counts) {
        List<Evidence> evidence = new ArrayList<>();
        double[] pull = new double[counts.halfLives().size()];
        intent.weights().forEach((feature, weights) -> {
            double[] seen = counts.of(feature);
            for (int h = 0; seen != null && h < weights.length; h++) {
                if (weights[h] != 0) {
                    double contribution = weights[h] * Math.log1p(seen[h]);
                    evidence.add(new Evidence(feature, counts.halfLives().get(h), seen[h], weights[h], contribution));
                }
                pull[h] += Math.max(0, weights[h]) * seen[h];
            }
        });
        evidence.sort(LARGEST_FIRST);
        double logOdds = intent.bias();
        for (Evidence term : evidence) {
            logOdds += term.contribution();
        }
        return new Score(
                1 / (1 + Math.exp(-logOdds)), logOdds, intent.bias(), surge(pull, counts.halfLives()), evidence);
    }

    /**
     * The score without its evidence. Most signals change no stage, so most scores are looked at and thrown away.
     *
     * @param probability that of the score, but for the rounding of quicker arithmetic
     */
    record Glance(double probability, double surge) {

        static Glance of(Intent intent, DecayedCounts counts) {
            double logOdds = intent.bias();
            double[] pull = new double[counts.halfLives().size()];
            for (Map.Entry<String, double[]> term : intent.weights().entrySet()) {
                double[] seen = counts.of(term.getKey());
                double[] weights = term.getValue();
                for (int h = 0; seen != null && h < weights.length; h++) {
                    logOdds += weights[h] * Math.log(1 + seen[h]);
                    pull[h] += Math.max(0, weights[h]) * seen[h];
                }
            }
            return new Glance(1 / (1 + Math.exp(-logOdds)), Score.surge(pull, counts.halfLives()));
        }
    }

    /** A steady customer's count is proportional to the half-life, so that the rates are equal and the ratio is one. */
    private static double surge(double[] pull, List<Duration> halfLives) {
        int last = pull.length - 1;
        double longRate = pull[last] / halfLives.get(last).toMillis();
        double shortRate = pull[0] / halfLives.get(0).toMillis();
        return longRate == 0 ? 0 : shortRate / longRate;
    }
}
