package org.customervaluesquads.metricsservice.attribution;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes attributed to those who touched the customers before.
 *
 * @param credits the most credited first
 * @param outcomes that had touches before them
 * @param value what those were worth together
 * @param without paths that came to no outcome
 * @param outcomeProbability of a path, by the Markov model
 * @param sentence the same for somebody who has never heard of attribution
 */
public record Attribution(
        Model model,
        List<Credit> credits,
        double outcomes,
        double value,
        double without,
        @Nullable Double outcomeProbability,
        String sentence) {

    /** Within so many days a touch loses half of its weight, where it decays and nothing else is said. */
    public static final double USUAL_HALF_LIFE_DAYS = 7;

    private static final double PERCENT = 100;

    /** Attributes the outcomes of these paths. */
    public static Attribution of(Model model, Collection<Path> paths, double halfLifeDays) {
        return model == Model.MARKOV
                ? byRemoval(paths, Transitions.of(paths).effects())
                : byShares(model, paths, halfLifeDays);
    }

    private static Attribution byRemoval(Collection<Path> paths, Transitions.Effects effects) {
        double all = effects.removal().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Totals totals = Totals.of(paths);
        List<Credit> credits = effects.removal().entrySet().stream()
                .map(player -> {
                    double share = all == 0 ? 0 : player.getValue() / all;
                    return new Credit(
                            player.getKey(), share, share * totals.outcomes, share * totals.value, player.getValue());
                })
                .toList();
        return attribution(Model.MARKOV, credits, totals, effects.outcome());
    }

    private static Attribution byShares(Model model, Collection<Path> paths, double halfLifeDays) {
        Totals totals = Totals.of(paths);
        Map<String, double[]> sums = new TreeMap<>();
        for (Path path : paths) {
            path.steps().forEach(step -> sums.computeIfAbsent(step.player(), player -> new double[2]));
            Shares.of(model, path, halfLifeDays).forEach((player, share) -> {
                double[] sum = sums.computeIfAbsent(player, its -> new double[2]);
                sum[0] += share * path.outcomes();
                sum[1] += share * path.value();
            });
        }
        List<Credit> credits = sums.entrySet().stream()
                .map(player -> new Credit(
                        player.getKey(),
                        totals.outcomes == 0 ? 0 : player.getValue()[0] / totals.outcomes,
                        player.getValue()[0],
                        player.getValue()[1],
                        null))
                .toList();
        return attribution(model, credits, totals, null);
    }

    private static Attribution attribution(
            Model model, List<Credit> credits, Totals totals, @Nullable Double outcomeProbability) {
        List<Credit> sorted = credits.stream()
                .sorted(Comparator.comparingDouble(Credit::share).reversed().thenComparing(Credit::player))
                .toList();
        return new Attribution(
                model,
                sorted,
                totals.outcomes,
                totals.value,
                totals.without,
                outcomeProbability,
                sentence(model, sorted, totals));
    }

    private static String sentence(Model model, List<Credit> credits, Totals totals) {
        if (totals.outcomes == 0) {
            return "No outcome had a touch before it, so there is nothing to attribute.";
        }
        Credit first = credits.getFirst();
        return String.format(
                Locale.ROOT,
                "Of %.0f outcomes with touches before them, %.1f %% are owed to %s by the %s model%s; "
                        + "attribution says who was there, not what would have been without them.",
                totals.outcomes,
                PERCENT * first.share(),
                first.player(),
                model.word(),
                credits.size() == 1 ? "" : ", more than to any other of " + credits.size());
    }

    private record Totals(double outcomes, double value, double without) {
        static Totals of(Collection<Path> paths) {
            double outcomes = 0;
            double value = 0;
            double without = 0;
            for (Path path : paths) {
                outcomes += path.outcomes();
                value += path.value();
                without += path.without();
            }
            return new Totals(outcomes, value, without);
        }
    }
}
