package org.customervaluesquads.metricsservice.impact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Weights that are not negative and sum to one, under which a weighted sum of columns comes nearest to a target: least
 * squares on the simplex with a ridge, by Frank and Wolfe's steps (1956) with an exact length, from even weights.
 *
 * <p>The steps end as those of the reference implementation of synthetic difference-in-differences do: after a first
 * approach small weights are dropped, and the search goes on from the rest until a step gains less than a hair. Where a
 * problem is nearly flat that is not its very minimum, and published estimates are estimates of just this procedure; the
 * minimum of synthetic control on the tobacco panel is 0.1 away from the published figure.
 */
final class SimplexWeights {

    private static final int STEPS_OF_APPROACH = 100;
    private static final int STEPS_AT_MOST = 10_000;

    /** Weights smaller than this share of the greatest are dropped after the first approach. */
    private static final double DROPPED_BELOW = 0.25;

    private static final double RELATIVE_HAIR = 1e-5;

    private final double[][] columns;
    private final double ridge;
    private final double[] withTarget;
    private final double constant;
    private final double hair;

    /** By column, its products with all others and itself; steps go towards few of them. */
    private final Map<Integer, double[]> products = new HashMap<>();

    private double[] weights;

    private SimplexWeights(double[][] columns, double[] target, double ridge, double noise) {
        this.columns = columns;
        this.ridge = ridge;
        withTarget = products(target);
        weights = new double[columns.length];
        constant = product(target, target);
        hair = target.length * RELATIVE_HAIR * RELATIVE_HAIR * noise * noise;
    }

    /**
     * How columns and target are compared.
     *
     * @param centred whether without their means, which is an intercept
     * @param ridge how dear it is to rest on few columns, in the square of the outcome's unit
     * @param noise the outcome's typical change, in its unit: what is a hair is measured by it
     */
    record Comparison(boolean centred, double ridge, double noise) {}

    /** The weights of the columns. */
    static double[] of(double[][] columns, double[] target, Comparison by) {
        double[][] compared =
                by.centred ? Arrays.stream(columns).map(SimplexWeights::centred).toArray(double[][]::new) : columns;
        double[] aim = by.centred ? centred(target) : target;
        SimplexWeights search = new SimplexWeights(compared, aim, by.ridge, by.noise);
        Arrays.fill(search.weights, 1.0 / search.weights.length);
        search.step(STEPS_OF_APPROACH);
        search.dropSmall();
        search.step(STEPS_AT_MOST);
        return search.weights;
    }

    private void dropSmall() {
        double least = DROPPED_BELOW * Arrays.stream(weights).max().orElse(0);
        double[] kept = Arrays.stream(weights)
                .map(weight -> weight <= least ? 0 : weight)
                .toArray();
        double sum = Arrays.stream(kept).sum();
        weights = Arrays.stream(kept).map(weight -> weight / sum).toArray();
    }

    private void step(int atMost) {
        double[] image = image();
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < atMost; step++) {
            move(image);
            double now = product(weights, image) - 2 * product(weights, withTarget) + constant;
            if (before - now <= hair) {
                return;
            }
            before = now;
        }
    }

    /** Of the weights under the products: the products of all columns with their weighted sum. */
    private double[] image() {
        double[] sum = new double[columns[0].length];
        for (int i = 0; i < columns.length; i++) {
            for (int place = 0; place < sum.length; place++) {
                sum[place] += weights[i] * columns[i][place];
            }
        }
        double[] image = products(sum);
        for (int i = 0; i < image.length; i++) {
            image[i] += ridge * weights[i];
        }
        return image;
    }

    private double[] productsOf(int column) {
        return products.computeIfAbsent(column, its -> {
            double[] row = products(columns[column]);
            row[column] += ridge;
            return row;
        });
    }

    private double[] products(double[] other) {
        return Arrays.stream(columns)
                .mapToDouble(column -> product(column, other))
                .toArray();
    }

    /** Moves towards the column that gains most. */
    private void move(double[] image) {
        int best = 0;
        for (int i = 1; i < image.length; i++) {
            best = image[i] - withTarget[i] < image[best] - withTarget[best] ? i : best;
        }
        double gain = product(weights, image) - product(weights, withTarget) - (image[best] - withTarget[best]);
        double[] towards = productsOf(best);
        double curvature = towards[best] - 2 * image[best] + product(weights, image);
        double length = curvature > 0 ? Math.clamp(gain / curvature, 0, 1) : 0;
        for (int i = 0; i < image.length; i++) {
            weights[i] += length * ((i == best ? 1 : 0) - weights[i]);
            image[i] += length * (towards[i] - image[i]);
        }
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
