package org.customervaluesquads.signalservice.learning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.signalservice.intents.Weights;

/**
 * Logistic regression that learns from one lesson after the other: the posterior of the weights is kept as a normal
 * distribution, and each lesson moves it by one step of Newton's method (the extended Kalman filter for a logistic
 * likelihood; the first-order form of Spiegelhalter and Lauritzen 1990). It assumes that the weights are around zero with a variance
 * of a tenth, those of the bias with four.
 *
 * <p>How often outcomes come drifts faster than what speaks for them. So a shift of the bias follows the lessons beside the
 * posterior, by an adaptive gradient (Duchi, Hazan, Singer 2011).
 *
 * <p>A feature may appear at any time. There is room for a number of them; the one that was not seen for longest gives way.
 */
final class Regression {

    /** Features times half-lives. What is kept grows with its square. */
    static final int TERMS_MAX = 128;

    static final double PRIOR = 0.1;
    static final double PRIOR_OF_BIAS = 4;

    /** No learned weight, no bias and no shift is larger. */
    static final double BOUND = 8;

    /** After so many lessons of full weight the oldest count little: the world turns. */
    private static final double MEMORY = 50_000;

    private static final double SHIFT_RATE = 0.2;

    /** A lesson that was foreseen with certainty still says this much. */
    private static final double LEAST_CURVATURE = 1e-3;

    private static final int BIAS = 0;

    final int halfLives;
    final Map<String, Integer> places = new LinkedHashMap<>();
    final long[] seen;
    double[] mean;
    double[][] covariance;
    double shift;
    double shiftSquares = 1;
    long lessons;

    Regression(int halfLives) {
        this.halfLives = halfLives;
        this.seen = new long[Math.max(1, TERMS_MAX / halfLives)];
        this.mean = new double[1];
        this.covariance = new double[][] {{PRIOR_OF_BIAS}};
    }

    /** What the lessons so far say of counts. */
    double logOdds(Map<String, float[]> counts) {
        double sum = mean[BIAS] + shift;
        for (Map.Entry<String, float[]> each : counts.entrySet()) {
            Integer place = places.get(each.getKey());
            for (int h = 0; place != null && h < halfLives; h++) {
                sum += mean[termOf(place, h)] * Math.log1p(each.getValue()[h]);
            }
        }
        return sum;
    }

    /**
     * Learns from a lesson.
     *
     * @param weight how much it counts
     */
    void learn(Map<String, float[]> counts, boolean outcome, double weight) {
        lessons++;
        double[] terms = termsOf(counts);
        double logOdds = dot(terms, mean);
        double actual = outcome ? 1 : 0;
        follow(Weights.probability(logOdds + shift) - actual, weight);
        double likely = Weights.probability(logOdds);
        double curvature = Math.max(likely * (1 - likely), LEAST_CURVATURE) * weight;
        double[] direction = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            direction[i] = dot(terms, covariance[i]);
        }
        double scale = 1 + curvature * dot(terms, direction);
        for (int i = 0; i < mean.length; i++) {
            double[] row = covariance[i];
            double factor = direction[i] * curvature / scale;
            for (int j = 0; j < row.length; j++) {
                row[j] -= factor * direction[j];
            }
            double prior = i == BIAS ? PRIOR_OF_BIAS : PRIOR;
            row[i] = Math.min(prior, row[i] + prior * weight / MEMORY);
            mean[i] = Math.clamp(mean[i] + direction[i] * (actual - likely) * weight / scale, -BOUND, BOUND);
        }
    }

    private void follow(double error, double weight) {
        double gradient = error * weight;
        shiftSquares += gradient * gradient;
        shift = Math.clamp(shift - SHIFT_RATE * gradient / Math.sqrt(shiftSquares), -BOUND, BOUND);
    }

    /** The weights as of now, as a version. */
    Weights weights(int version) {
        Map<String, double[]> all = new LinkedHashMap<>();
        places.forEach((feature, place) ->
                all.put(feature, Arrays.copyOfRange(mean, termOf(place, 0), termOf(place, halfLives))));
        return new Weights(version, mean[BIAS] + shift, all);
    }

    private double[] termsOf(Map<String, float[]> counts) {
        counts.keySet().forEach(this::see);
        double[] terms = new double[mean.length];
        terms[BIAS] = 1;
        counts.forEach((feature, each) -> {
            Integer place = places.get(feature);
            for (int h = 0; place != null && h < halfLives; h++) {
                terms[termOf(place, h)] = Math.log1p(each[h]);
            }
        });
        return terms;
    }

    private void see(String feature) {
        Integer known = places.get(feature);
        int place = known == null ? placeForNew(feature) : known;
        seen[place] = lessons;
    }

    private int placeForNew(String feature) {
        int place = places.size();
        if (place == seen.length) {
            String oldest = places.entrySet().stream()
                    .min((one, other) -> Long.compare(seen[one.getValue()], seen[other.getValue()]))
                    .orElseThrow()
                    .getKey();
            place = Objects.requireNonNull(places.remove(oldest));
        } else {
            grow();
        }
        places.put(feature, place);
        for (int h = 0; h < halfLives; h++) {
            forget(termOf(place, h));
        }
        return place;
    }

    private void grow() {
        int size = mean.length + halfLives;
        mean = Arrays.copyOf(mean, size);
        double[][] larger = new double[size][];
        for (int i = 0; i < size; i++) {
            larger[i] = i < covariance.length ? Arrays.copyOf(covariance[i], size) : new double[size];
        }
        covariance = larger;
    }

    private void forget(int term) {
        mean[term] = 0;
        Arrays.fill(covariance[term], 0);
        for (double[] row : covariance) {
            row[term] = 0;
        }
        covariance[term][term] = PRIOR;
    }

    private int termOf(int place, int halfLife) {
        return 1 + place * halfLives + halfLife;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
