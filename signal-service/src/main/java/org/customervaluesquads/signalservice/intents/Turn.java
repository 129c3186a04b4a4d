package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.signalservice.intents.Customer.Standing;

/**
 * What one more sighting of a feature would do to a score.
 *
 * @param feature of the sighting that would come
 * @param logOdds by how much the log-odds would change
 * @param score the score after it
 */
public record Turn(String feature, double logOdds, double score) {

    /** The sighting that would raise a score most, if there is one. */
    public static Optional<Turn> up(Standing standing, DecayedCounts then, Weights weights) {
        return all(standing, then, weights).stream()
                .max(Comparator.comparingDouble(Turn::logOdds))
                .filter(turn -> turn.logOdds() > 0);
    }

    /** The sighting that would lower a score most, if there is one. */
    public static Optional<Turn> down(Standing standing, DecayedCounts then, Weights weights) {
        return all(standing, then, weights).stream()
                .min(Comparator.comparingDouble(Turn::logOdds))
                .filter(turn -> turn.logOdds() < 0);
    }

    private static List<Turn> all(Standing standing, DecayedCounts then, Weights weights) {
        List<Turn> turns = new ArrayList<>();
        for (String feature : weights.byFeature().keySet()) {
            int slash = feature.indexOf('/');
            double more = moreOf(feature, then, weights);
            if (slash >= 0) {
                // A sighting of a page of pricing is one of a page, too.
                more += moreOf(feature.substring(0, slash), then, weights);
            }
            turns.add(
                    new Turn(feature, more, Weights.probability(standing.score().logOdds() + more)));
        }
        return turns;
    }

    private static double moreOf(String feature, DecayedCounts then, Weights weights) {
        double[] each = weights.byFeature().get(feature);
        double[] seen = then.of(feature);
        double more = 0;
        for (int h = 0; each != null && h < each.length; h++) {
            double count = seen == null ? 0 : seen[h];
            more += each[h] * (Math.log1p(count + 1) - Math.log1p(count));
        }
        return more;
    }
}
