package org.customervaluesquads.metricsservice.impact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of one method on one panel, and what follows from them.
 *
 * @param method whose weights they are
 * @param unitWeights of the untreated units, summing to one
 * @param periodWeights of the periods before, summing to one; all zero for synthetic control, which compares levels
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, which nobody compares
public record Counterfactual(Method method, Panel panel, double[] unitWeights, double[] periodWeights) {

    private static final double TINY_RIDGE = 1e-6;

    /** The method's weights on a panel. */
    public static Counterfactual of(Method method, Panel panel) {
        return of(method, panel, noise(panel));
    }

    /**
     * The same with a ridge for this noise. A constant that is added to a unit changes nothing; one that is added to a
     * period changes nothing but the noise.
     */
    static Counterfactual of(Method method, Panel panel, double noise) {
        return switch (method) {
            case SYNTHETIC_DIFFERENCE_IN_DIFFERENCES -> {
                double spread = Math.pow((double) panel.treated() * panel.after(), 0.25);
                double[] units = unitWeights(panel, true, spread * noise, noise);
                yield new Counterfactual(method, panel, units, periodWeights(panel, noise));
            }
            case SYNTHETIC_CONTROL ->
                new Counterfactual(
                        method,
                        panel,
                        unitWeights(panel, false, TINY_RIDGE * noise, noise),
                        new double[panel.before()]);
            case DIFFERENCE_IN_DIFFERENCES ->
                new Counterfactual(method, panel, even(panel.untreated()), even(panel.before()));
        };
    }

    /** The effect a treated unit and period, on average, in the outcome's unit. */
    public double effect() {
        double[] gap = gap();
        double after = 0;
        double before = 0;
        for (int period = 0; period < gap.length; period++) {
            if (period < panel.before()) {
                before += periodWeights[period] * gap[period];
            } else {
                after += gap[period] / panel.after();
            }
        }
        return after - before;
    }

    /** How far the treated mean is above the weighted untreated one, in each period. */
    public double[] gap() {
        double[] gap = panel.treatedMean();
        for (int unit = 0; unit < panel.untreated(); unit++) {
            for (int period = 0; period < gap.length; period++) {
                gap[period] -= unitWeights[unit] * panel.outcomes()[unit][period];
            }
        }
        return gap;
    }

    /**
     * How far apart the two typically are before, beside their weighted distance: the root of the mean square, in the
     * outcome's unit. Small means that the untreated units can stand in for the treated ones.
     */
    public double distanceBefore() {
        double[] gap = gap();
        double level = IntStream.range(0, panel.before())
                .mapToDouble(period -> periodWeights[period] * gap[period])
                .sum();
        return Math.sqrt(IntStream.range(0, panel.before())
                .mapToDouble(period -> (gap[period] - level) * (gap[period] - level))
                .average()
                .orElse(0));
    }

    private static double[] unitWeights(Panel panel, boolean centred, double zeta, double noise) {
        double[][] before = Arrays.stream(panel.outcomes(), 0, panel.untreated())
                .map(row -> Arrays.copyOf(row, panel.before()))
                .toArray(double[][]::new);
        double[] target = Arrays.copyOf(panel.treatedMean(), panel.before());
        return SimplexWeights.of(
                before, target, new SimplexWeights.Comparison(centred, zeta * zeta * panel.before(), noise));
    }

    private static double[] periodWeights(Panel panel, double noise) {
        double zeta = TINY_RIDGE * noise;
        double[][] byPeriod = new double[panel.before()][panel.untreated()];
        double[] target = new double[panel.untreated()];
        for (int unit = 0; unit < panel.untreated(); unit++) {
            target[unit] = panel.meanAfter(unit);
            for (int period = 0; period < panel.before(); period++) {
                byPeriod[period][unit] = panel.outcomes()[unit][period];
            }
        }
        return SimplexWeights.of(
                byPeriod, target, new SimplexWeights.Comparison(true, zeta * zeta * panel.untreated(), noise));
    }

    /** The standard deviation of the untreated units' changes from one period before to the next. */
    static double noise(Panel panel) {
        double[] changes = Arrays.stream(panel.outcomes(), 0, panel.untreated())
                .flatMapToDouble(
                        row -> IntStream.range(1, panel.before()).mapToDouble(period -> row[period] - row[period - 1]))
                .toArray();
        double mean = Arrays.stream(changes).average().orElse(0);
        double squares = Arrays.stream(changes)
                .map(change -> (change - mean) * (change - mean))
                .sum();
        return changes.length < 2 ? 0 : Math.sqrt(squares / (changes.length - 1));
    }

    private static double[] even(int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return weights;
    }
}
