package org.customervaluesquads.metricsservice.attribution;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one path's outcome is shared among its players, for the models that look at each path alone; the shares of a path sum
 * to one.
 *
 * <p>Shapley's value is one of them. Where a coalition is worth the outcomes of all paths that need nobody else (Zhao, Mahboobi
 * and Bagheri 2018), the game is a sum of unanimity games, one a path, and its value is exact for any number of players:
 * each path's outcome is split evenly among those who are in it. Nothing needs to be sampled.
 */
final class Shares {

    private Shares() {}

    static Map<String, Double> of(Model model, Path path, double halfLifeDays) {
        List<Path.Step> steps = path.steps();
        return switch (model) {
            case FIRST -> Map.of(steps.getFirst().player(), 1.0);
            case LAST -> Map.of(steps.getLast().player(), 1.0);
            case LINEAR -> decaying(steps, Double.POSITIVE_INFINITY);
            case TIME_DECAY -> decaying(steps, halfLifeDays);
            case SHAPLEY -> evenly(steps);
            case MARKOV -> throw new IllegalArgumentException("not a share of each path alone");
        };
    }

    private static Map<String, Double> decaying(List<Path.Step> steps, double halfLifeDays) {
        double newest = steps.getLast().daysBefore();
        double all = 0;
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Path.Step step : steps) {
            double weight = Math.exp(-Math.log(2) * (step.daysBefore() - newest) / halfLifeDays);
            weights.merge(step.player(), weight, Double::sum);
            all += weight;
        }
        double sum = all;
        weights.replaceAll((player, weight) -> weight / sum);
        return weights;
    }

    private static Map<String, Double> evenly(List<Path.Step> steps) {
        Set<String> players = new LinkedHashSet<>();
        steps.forEach(step -> players.add(step.player()));
        Map<String, Double> shares = new LinkedHashMap<>();
        players.forEach(player -> shares.put(player, 1.0 / players.size()));
        return shares;
    }
}
