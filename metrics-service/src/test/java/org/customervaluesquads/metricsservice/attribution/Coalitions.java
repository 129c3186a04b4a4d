package org.customervaluesquads.metricsservice.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Attribution done the long way round, to compare with. */
final class Coalitions {

    private static final int STEPS = 2_000;

    private Coalitions() {}

    /** Shapley's value by its definition: what the player adds, over all coalitions of the others. */
    static double shapley(String player, List<Path> paths) {
        List<String> others = paths.stream()
                .flatMap(path -> path.steps().stream())
                .map(Path.Step::player)
                .distinct()
                .filter(other -> !other.equals(player))
                .toList();
        int n = others.size() + 1;
        double sum = 0;
        for (int coalition = 0; coalition < 1 << others.size(); coalition++) {
            int members = coalition;
            Predicate<String> inside = other -> others.contains(other) && (members >> others.indexOf(other) & 1) == 1;
            int size = Integer.bitCount(coalition);
            double weight = factorial(size) * factorial(n - size - 1) / factorial(n);
            sum += weight * (worth(paths, inside.or(player::equals)) - worth(paths, inside));
        }
        return sum;
    }

    private static double worth(List<Path> paths, Predicate<String> coalition) {
        return paths.stream()
                .filter(path -> path.steps().stream().map(Path.Step::player).allMatch(coalition))
                .mapToDouble(Path::outcomes)
                .sum();
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    /** How likely an outcome is, by following the chain for many steps; whoever comes to a removed player leaves. */
    static double outcome(List<Path> paths, Predicate<String> removed, List<String> players) {
        Map<String, Map<String, Double>> chain = new HashMap<>();
        for (Path path : paths) {
            String at = "start";
            for (Path.Step step : path.steps()) {
                count(chain, at, step.player(), path.outcomes() + path.without());
                at = step.player();
            }
            count(chain, at, "outcome", path.outcomes());
            count(chain, at, "nothing", path.without());
        }
        Map<String, Double> here = Map.of("start", 1.0);
        double outcome = 0;
        for (int step = 0; step < STEPS; step++) {
            Map<String, Double> next = new HashMap<>();
            here.forEach((from, likely) -> chain.getOrDefault(from, Map.of()).forEach((to, count) -> {
                double all = chain.get(from).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                next.merge(to, likely * count / all, Double::sum);
            }));
            outcome += next.getOrDefault("outcome", 0.0);
            next.keySet().removeIf(place -> !players.contains(place) || removed.test(place));
            here = next;
        }
        return outcome;
    }

    private static void count(Map<String, Map<String, Double>> chain, String from, String to, double times) {
        if (times > 0) {
            chain.computeIfAbsent(from, row -> new HashMap<>()).merge(to, times, Double::sum);
        }
    }
}
