package org.customervaluesquads.metricsservice.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.statistics.Gauss;
import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * What a method finds among the untreated units, where nothing was done: as many of them as there are treated ones are taken to
 * be treated, again and again (algorithm 4 of Arkhangelsky and others 2021). It asks that the treated units vary as the
 * untreated ones do.
 *
 * @param effects what was found, in the outcome's unit
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, which nobody compares
public record Placebos(double[] effects) {

    /** Draws so many placebos, the same for the same seed; single units are taken one after the other, each once. */
    public static Placebos of(Method method, Panel panel, int draws, long seed) {
        List<Integer> untreated = IntStream.range(0, panel.untreated()).boxed().toList();
        return new Placebos(draws(untreated, panel.treated(), draws, seed).parallelStream()
                .mapToDouble(placebo -> Counterfactual.of(method, panel.taking(untreated, placebo))
                        .effect())
                .toArray());
    }

    /** Sets of units of a size: all single ones where they are no more than the draws, else as many as draws. */
    static List<List<Integer>> draws(List<Integer> among, int size, int draws, long seed) {
        if (size == 1 && among.size() <= draws) {
            return among.stream().map(List::of).toList();
        }
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(among);
        List<List<Integer>> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            Collections.shuffle(order, random);
            drawn.add(List.copyOf(order.subList(0, size)));
        }
        return drawn;
    }

    /** The standard error of an estimate, in the outcome's unit. */
    public double standardError() {
        double mean = Arrays.stream(effects).average().orElse(0);
        return Math.sqrt(Arrays.stream(effects)
                .map(effect -> (effect - mean) * (effect - mean))
                .average()
                .orElse(0));
    }

    /** The interval around an estimate, as if estimates were normal. */
    public Interval interval(double estimate, double alpha) {
        return Interval.around(estimate, Gauss.quantile(1 - alpha / 2) * standardError());
    }
}
