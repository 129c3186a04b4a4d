package org.customervaluesquads.metricsservice.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.statistics.Gauss;
import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * Whether the effect of a squad carried over to the squads that began from its playbook: the effects of each generation taken
 * together, with random effects (DerSimonian and Laird 1986), since no two squads are quite alike. It asks that the squads'
 * effects are independent and their standard errors known. Effects are lifts, 0.1 being ten percent.
 *
 * @param generations in order, the one whose playbook it is first
 */
public record Transfer(List<Effect> effects, List<Generation> generations, Outcome outcome, String sentence) {

    private static final double ALPHA = 0.05;

    /** What was found of one squad. */
    public record Effect(String squadId, int generation, double lift, double standardError) {}

    /**
     * The squads of one generation together.
     *
     * @param spread how much true effects differ among the squads, as a standard deviation
     */
    public record Generation(int generation, int squads, double lift, Interval interval, double spread) {}

    /** What became of the effect. */
    public enum Outcome {
        /** The later generations show it too. */
        CARRIED_OVER,
        /** They show the opposite. */
        REVERSED,
        /** They show neither. */
        NOT_SHOWN,
        /** The first generation shows no effect, or there is no later one. */
        NOTHING_TO_CARRY;

        /** The outcome as users write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The transfer over these effects. */
    public static Transfer of(List<Effect> effects) {
        Map<Integer, List<Effect>> byGeneration =
                effects.stream().collect(Collectors.groupingBy(Effect::generation, TreeMap::new, Collectors.toList()));
        List<Generation> generations = new ArrayList<>();
        byGeneration.forEach((generation, its) -> generations.add(together(generation, its)));
        Outcome outcome = outcome(effects, generations);
        List<Effect> sorted = effects.stream()
                .sorted(Comparator.comparingInt(Effect::generation).thenComparing(Effect::squadId))
                .toList();
        return new Transfer(sorted, generations, outcome, sentence(outcome, generations));
    }

    private static Outcome outcome(List<Effect> effects, List<Generation> generations) {
        if (generations.size() < 2 || generations.getFirst().interval().holds(0)) {
            return Outcome.NOTHING_TO_CARRY;
        }
        int first = generations.getFirst().generation();
        Generation later = together(
                first + 1,
                effects.stream().filter(effect -> effect.generation() > first).toList());
        if (later.interval().holds(0)) {
            return Outcome.NOT_SHOWN;
        }
        return later.lift() > 0 == generations.getFirst().lift() > 0 ? Outcome.CARRIED_OVER : Outcome.REVERSED;
    }

    private static Generation together(int generation, List<Effect> effects) {
        double spread = spread(effects);
        double weights = 0;
        double sum = 0;
        for (Effect effect : effects) {
            double weight = 1 / (effect.standardError() * effect.standardError() + spread);
            weights += weight;
            sum += weight * effect.lift();
        }
        double lift = sum / weights;
        Interval interval = Interval.around(lift, Gauss.quantile(1 - ALPHA / 2) / Math.sqrt(weights));
        return new Generation(generation, effects.size(), lift, interval, Math.sqrt(spread));
    }

    /** The variance of true effects: what effects differ beyond what their standard errors explain. */
    private static double spread(List<Effect> effects) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (Effect effect : effects) {
            double weight = 1 / (effect.standardError() * effect.standardError());
            weights += weight;
            squares += weight * weight;
            sum += weight * effect.lift();
        }
        double mean = sum / weights;
        double differ = effects.stream()
                .mapToDouble(effect -> Math.pow((effect.lift() - mean) / effect.standardError(), 2))
                .sum();
        double scale = weights - squares / weights;
        return scale > 0 ? Math.max(0, (differ - (effects.size() - 1)) / scale) : 0;
    }

    private static String sentence(Outcome outcome, List<Generation> generations) {
        String effects = generations.stream()
                .map(generation -> String.format(
                        Locale.ROOT,
                        "generation %d (%d squads) %+.1f %% (%.1f to %.1f)",
                        generation.generation(),
                        generation.squads(),
                        100 * generation.lift(),
                        100 * generation.interval().lower(),
                        100 * generation.interval().upper()))
                .collect(Collectors.joining(", "));
        String what = switch (outcome) {
            case CARRIED_OVER -> "The effect carried over";
            case REVERSED -> "The effect turned into its opposite";
            case NOT_SHOWN -> "It is not shown that the effect carried over";
            case NOTHING_TO_CARRY -> "There is no effect, or no later generation, to look at";
        };
        return effects.isEmpty() ? what + "." : what + ": " + effects + ".";
    }
}
