package org.customervaluesquads.metricsservice.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.customervaluesquads.metricsservice.forecasting.Smoothing.Reached;
import org.customervaluesquads.metricsservice.forecasting.Smoothing.State;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Fits {@link Smoothing} to a series and looks ahead. The parameters are those with the least squared errors one step
 * ahead,
 * found by the simplex method from one start; the first level, trend and season are those of the first two seasons.
 */
public final class Forecasting {

    /** Fewer observations say nothing of where a metric is heading. */
    public static final int FEWEST = 8;

    /** The share of outcomes that lie within the bounds. */
    public static final double CONFIDENCE = 0.95;

    private static final int SEASONS_NEEDED = 3;
    private static final int NO_SEASON = 1;
    private static final double PHI_LEAST = 0.8;
    private static final double PHI_MOST = 0.98;
    private static final double[] START = {-1, -2, -2, 0};
    private static final double STEP = 0.7;
    private static final int EVALUATIONS = 4_000;
    private static final double TOLERANCE = 1e-9;
    private static final double BOUND = new NormalDistribution().inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);

    private Forecasting() {}

    /** An expected value with its bounds. */
    public record Point(double value, double lower, double upper) {}

    /**
     * What is to be expected.
     *
     * @param season after how many steps it comes round; 1 where the series shows none
     * @param deviation the standard deviation of an error one step ahead
     * @param steps each step to come
     * @param sum of all of them
     */
    public record Forecast(Smoothing smoothing, int season, double deviation, List<Point> steps, Point sum) {

        /** How likely the sum is to be at least this. */
        public double probabilityOfAtLeast(double needed) {
            double spread = (sum.upper() - sum.value()) / BOUND;
            if (spread == 0) {
                return sum.value() >= needed ? 1 : 0;
            }
            return 1 - new NormalDistribution(sum.value(), spread).cumulativeProbability(needed);
        }
    }

    /**
     * Looks so many steps ahead of a series.
     *
     * @param season after how many steps it may come round; it is looked for in at least three of them
     * @throws IllegalArgumentException if there are fewer than {@link #FEWEST} observations
     */
    public static Forecast of(double[] series, int season, int steps) {
        if (series.length < FEWEST) {
            throw new IllegalArgumentException("too few observations: " + series.length);
        }
        int used = series.length >= season * SEASONS_NEEDED ? season : NO_SEASON;
        State initial = initial(series, used);
        Smoothing fitted = fitted(series, initial, used);
        Reached reached = fitted.through(series, initial);
        int parameters = used > NO_SEASON ? 4 : 3;
        double deviation = Math.sqrt(reached.squaredErrors() / (series.length - parameters));
        return ahead(fitted, reached.state(), new Shape(used, steps, deviation));
    }

    private record Shape(int season, int steps, double deviation) {}

    private static Forecast ahead(Smoothing smoothing, State state, Shape shape) {
        double[] expected = smoothing.ahead(state, shape.steps());
        double[] variances = smoothing.variances(shape.steps(), shape.season());
        List<Point> points = new ArrayList<>();
        for (int h = 0; h < expected.length; h++) {
            points.add(point(expected[h], variances[h], shape.deviation()));
        }
        double whole = smoothing.varianceOfSum(shape.steps(), shape.season());
        Point sum = point(Arrays.stream(expected).sum(), whole, shape.deviation());
        return new Forecast(smoothing, shape.season(), shape.deviation(), List.copyOf(points), sum);
    }

    private static Point point(double value, double variance, double deviation) {
        double spread = BOUND * deviation * Math.sqrt(variance);
        return new Point(value, value - spread, value + spread);
    }

    private static State initial(double[] series, int season) {
        int span = season > NO_SEASON ? season : FEWEST / 2;
        double first = Arrays.stream(series, 0, span).average().orElseThrow();
        double second = Arrays.stream(series, span, 2 * span).average().orElseThrow();
        double[] around = new double[season];
        if (season > NO_SEASON) {
            for (int i = 0; i < season; i++) {
                around[i] = (series[i] - first + series[i + season] - second) / 2;
            }
        }
        return new State(first, (second - first) / span, around);
    }

    private static Smoothing fitted(double[] series, State initial, int season) {
        int dimensions = season > NO_SEASON ? 4 : 3;
        double[] start = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            start[i] = i == dimensions - 1 ? START[3] : START[i];
        }
        double[] best = new SimplexOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(point ->
                                smoothing(point).through(series, initial).squaredErrors()),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(dimensions, STEP))
                .getPoint();
        return smoothing(best);
    }

    /** Any point stands for parameters within their limits. */
    private static Smoothing smoothing(double[] point) {
        double alpha = share(point[0]);
        double beta = alpha * share(point[1]);
        double gamma = point.length == 4 ? (1 - alpha) * share(point[2]) : 0;
        double phi = PHI_LEAST + (PHI_MOST - PHI_LEAST) * share(point[point.length - 1]);
        return new Smoothing(alpha, beta, gamma, phi);
    }

    private static double share(double any) {
        return 1 / (1 + Math.exp(-any));
    }
}
