package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.customervaluesquads.contracts.IntentChanged.Evidence;

/**
 * An intent's probability at a moment, with the terms that make it: {@code P = σ(bias + Σ w · ln(1 + n))}.
 *
 * @param probability between 0 and 1
 * @param logOdds the bias plus the contributions, added in the order of the evidence
 * @param surge how many times faster the customer moved over the shortest half-life than over the longest one, in the
 *     features that speak for the intent
 * @param evidence the terms, largest first
 * @param model the version of the weights
 */
public record Score(double probability, double logOdds, double bias, double surge, List<Evidence> evidence, int model) {

    private static final Comparator<Evidence> LARGEST_FIRST = Comparator.comparingDouble(
                    (Evidence term) -> -Math.abs(term.contribution()))
            .thenComparing(Evidence::feature)
            .thenComparing(Evidence::halfLife);

    /** Scores an intent on counts as of the moment that is asked for. */
    public static Score of(Weights intent, DecayedCounts counts) {
        List<Evidence> evidence = new ArrayList<>();
        double[] pull = new double[counts.halfLives().size()];
        FeatureCounts seen = counts.all();
        for (int place = 0; place < seen.size(); place++) {
            double[] weights = intent.byFeature().get(seen.feature(place));
            for (int h = 0; weights != null && h < weights.length; h++) {
                double count = seen.count(place, h);
                if (weights[h] != 0) {
                    double contribution = weights[h] * Math.log1p(count);
                    evidence.add(new Evidence(
                            seen.feature(place), counts.halfLives().get(h), count, weights[h], contribution));
                }
                pull[h] += Math.max(0, weights[h]) * count;
            }
        }
        evidence.sort(LARGEST_FIRST);
        double logOdds = intent.bias();
        for (Evidence term : evidence) {
            logOdds += term.contribution();
        }
        double surge = surge(pull[0], pull[pull.length - 1], counts.halfLives());
        return new Score(Weights.probability(logOdds), logOdds, intent.bias(), surge, evidence, intent.version());
    }

    /** A steady customer's count is proportional to the half-life, so that the rates are equal and the ratio is one. */
    static double surge(double shortPull, double longPull, List<Duration> halfLives) {
        double longRate = longPull / halfLives.getLast().toMillis();
        double shortRate = shortPull / halfLives.getFirst().toMillis();
        return longRate == 0 ? 0 : shortRate / longRate;
    }
}
