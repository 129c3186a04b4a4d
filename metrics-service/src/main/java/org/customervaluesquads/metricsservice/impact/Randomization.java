package org.customervaluesquads.metricsservice.impact;

import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.statistics.Interval;

/**
 * How rare what was found is among what would have been found had other units been the treated ones (Fisher 1935; for synthetic
 * controls Abadie, Diamond and Hainmueller 2010, Firpo and Possebom 2018). Findings are compared as multiples of how far
 * the units and their counterfactual are apart before, so that noisy units do not look like effects.
 *
 * <p>Sets are drawn from all units, the treated ones included: where treatment did nothing, each set is as good as every
 * other, and something is found in no more than a share alpha of cases, whatever the outcomes' distribution and however
 * few the units. It asks that any set might have been the treated one. The interval holds the effects that, taken out of the
 * treated units, leave nothing rare; the weights stay as they were found.
 *
 * @param found effects of the sets drawn beside the treated one, in the outcome's unit
 * @param carried which share of an effect on the treated units is in the effect of each set
 * @param distances before, of each set
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, which nobody compares
public record Randomization(double[] found, double[] carried, double[] distances, double effect, double distance) {

    private static final int HALVINGS = 60;
    private static final double FARTHEST = 1e6;

    /** Draws so many sets, the same for the same seed. */
    public static Randomization of(Counterfactual counterfactual, int draws, long seed) {
        Panel panel = counterfactual.panel();
        List<Integer> units = IntStream.range(0, panel.units().size()).boxed().toList();
        List<Integer> treated = units.subList(panel.untreated(), units.size());
        List<List<Integer>> sets = Placebos.draws(units, panel.treated(), draws, seed).stream()
                .filter(set -> !set.containsAll(treated))
                .toList();
        double[] found = new double[sets.size()];
        double[] carried = new double[sets.size()];
        double[] distances = new double[sets.size()];
        IntStream.range(0, found.length).parallel().forEach(draw -> {
            Counterfactual other = Counterfactual.of(counterfactual.method(), panel.taking(units, sets.get(draw)));
            found[draw] = other.effect();
            distances[draw] = other.distanceBefore();
            carried[draw] = carried(other, panel.treatedUnits());
        });
        return new Randomization(found, carried, distances, counterfactual.effect(), counterfactual.distanceBefore());
    }

    private static double carried(Counterfactual other, List<String> treated) {
        Panel panel = other.panel();
        double share = 0;
        for (int unit = 0; unit < panel.units().size(); unit++) {
            if (treated.contains(panel.units().get(unit))) {
                share += unit < panel.untreated() ? -other.unitWeights()[unit] : 1.0 / panel.treated();
            }
        }
        return share;
    }

    /** How rare the finding is if the true effect is this one: the share of sets that show as much, itself among them. */
    public double p(double trueEffect) {
        double shown = multiple(effect - trueEffect, distance);
        long asMuch = 0;
        for (int draw = 0; draw < found.length; draw++) {
            double its = multiple(found[draw] - trueEffect * carried[draw], distances[draw]);
            asMuch += its >= shown * (1 - 1e-12) ? 1 : 0;
        }
        return (asMuch + 1.0) / (found.length + 1);
    }

    /** Nothing is no multiple of anything; something is beyond all multiples of nothing. */
    private static double multiple(double effect, double distance) {
        return effect == 0 ? 0 : Math.abs(effect) / distance;
    }

    /** The effects that are not rarer than alpha; without end where there are too few units to tell. */
    public Interval interval(double alpha) {
        return new Interval(end(alpha, -1), end(alpha, 1));
    }

    private double end(double alpha, int direction) {
        double step = Math.max(distance, Math.abs(effect));
        if (step == 0) {
            return direction * Double.POSITIVE_INFINITY;
        }
        double inside = 0;
        double outside = step * direction;
        while (p(effect + outside) > alpha) {
            inside = outside;
            outside *= 2;
            if (Math.abs(outside) > FARTHEST * step) {
                return direction * Double.POSITIVE_INFINITY;
            }
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (inside + outside) / 2;
            if (p(effect + middle) > alpha) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return effect + outside;
    }
}
