package org.customervaluesquads.metricsservice.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customervaluesquads.metricsservice.statistics.Interval;
import org.hipparchus.util.CombinatoricsUtils;

/** The answer to whether a treatment moved an outcome, or why there is none. */
public sealed interface Impact {

    /** Fewer periods before the treatment cannot show whether units run beside each other. */
    int FEWEST_PERIODS_BEFORE = 6;

    /** Findings are called real when they are rarer than this. */
    double ALPHA = 0.05;

    /** So many sets are drawn, and half as many placebos. */
    int DRAWS = 400;

    /** The same for the methods beside the main one. */
    int DRAWS_BESIDE = 100;

    /** Weights smaller than this are not shown. */
    double SMALLEST_WEIGHT_SHOWN = 0.001;

    /** There is none, and why, for somebody who has never heard of statistics. */
    record Refused(String reason) implements Impact {}

    /**
     * What was found.
     *
     * @param main by synthetic difference-in-differences
     * @param beside the same by the other methods
     * @param sentence all of it in plain words
     */
    record Found(Estimate main, List<Estimate> beside, String sentence) implements Impact {}

    /**
     * What one method found.
     *
     * @param effect on average a treated unit and period, in the outcome's unit
     * @param lift the effect as a ratio of what would have been without the treatment
     * @param standardError by placebos among the untreated units, with {@code normalInterval}
     * @param p how rare the finding is among other sets of units; {@code interval} holds the effects that are not rare
     * @param distanceBefore how far units and counterfactual are apart before, beside their level
     * @param unitWeights by unit, the greatest first
     * @param periodWeights by period before, in their order
     */
    record Estimate(
            Counterfactual counterfactual,
            double effect,
            double lift,
            double standardError,
            Interval normalInterval,
            double p,
            Interval interval,
            double distanceBefore,
            Map<String, Double> unitWeights,
            Map<String, Double> periodWeights) {

        /** Whether something happened that is not just chance. */
        public boolean isReal() {
            return p <= ALPHA;
        }
    }

    /** Answers for a panel, with the same draws for the same seed. */
    static Impact of(Panel panel, long seed) {
        String reason = whyNot(panel);
        if (!reason.isEmpty()) {
            return new Refused(reason);
        }
        Estimate main = estimate(Method.SYNTHETIC_DIFFERENCE_IN_DIFFERENCES, panel, DRAWS, seed);
        List<Estimate> beside = List.of(
                estimate(Method.SYNTHETIC_CONTROL, panel, DRAWS_BESIDE, seed),
                estimate(Method.DIFFERENCE_IN_DIFFERENCES, panel, DRAWS_BESIDE, seed));
        return new Found(main, beside, sentence(main));
    }

    private static String whyNot(Panel panel) {
        if (panel.treated() < 1) {
            return "no unit was treated, so there is nothing that could have had an impact";
        }
        if (panel.after() < 1) {
            return "there is no period after the beginning yet";
        }
        if (panel.before() < FEWEST_PERIODS_BEFORE) {
            return "there are " + panel.before() + " periods before the beginning, and at least "
                    + FEWEST_PERIODS_BEFORE + " are needed to see how the units ran before";
        }
        double sets = CombinatoricsUtils.binomialCoefficientDouble(panel.units().size(), panel.treated());
        if (panel.untreated() <= panel.treated() || sets < 1 / ALPHA) {
            return "there are " + panel.untreated() + " untreated units beside " + panel.treated()
                    + " treated ones: too few for a finding to be rare among them";
        }
        return "";
    }

    private static Estimate estimate(Method method, Panel panel, int draws, long seed) {
        Counterfactual counterfactual = Counterfactual.of(method, panel);
        Placebos placebos = Placebos.of(method, panel, draws / 2, seed);
        Randomization others = Randomization.of(counterfactual, draws, seed);
        double effect = counterfactual.effect();
        double after = 0;
        for (int period = panel.before(); period < panel.periods().size(); period++) {
            after += panel.treatedMean()[period] / panel.after();
        }
        return new Estimate(
                counterfactual,
                effect,
                effect / Math.abs(after - effect),
                placebos.standardError(),
                placebos.interval(effect, ALPHA),
                others.p(0),
                others.interval(ALPHA),
                counterfactual.distanceBefore(),
                named(panel.units(), counterfactual.unitWeights(), true),
                named(panel.periods(), counterfactual.periodWeights(), false));
    }

    private static Map<String, Double> named(List<String> names, double[] weights, boolean greatestFirst) {
        Map<String, Double> named = new LinkedHashMap<>();
        java.util.stream.IntStream.range(0, weights.length)
                .filter(place -> weights[place] >= SMALLEST_WEIGHT_SHOWN)
                .boxed()
                .sorted((one, other) -> greatestFirst ? Double.compare(weights[other], weights[one]) : 0)
                .forEach(place -> named.put(names.get(place), weights[place]));
        return named;
    }

    private static String sentence(Estimate main) {
        String lift = Double.isFinite(main.lift()) ? String.format(Locale.ROOT, " (%+.1f %%)", 100 * main.lift()) : "";
        String much = String.format(
                Locale.ROOT,
                "Since the beginning the outcome was %.4g %s a unit and period than it would have been%s",
                Math.abs(main.effect()),
                main.effect() < 0 ? "lower" : "higher",
                lift);
        String rare = String.format(
                Locale.ROOT, "among other sets of units %.0f %% show as much by chance", Math.ceil(100 * main.p()));
        return main.isReal()
                ? much + "; " + rare + ", so something really moved."
                : much + "; but " + rare + ", so no impact is shown.";
    }
}
