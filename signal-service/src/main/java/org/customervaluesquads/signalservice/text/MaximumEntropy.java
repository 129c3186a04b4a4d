package org.customervaluesquads.signalservice.text;

import java.util.List;
import java.util.Random;

/**
 * Learns a linear head: multinomial logistic regression, by coordinate ascent in the dual (Yu, Huang and Lin 2011, "Dual
 * coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85).
 *
 * <p>For each example the dual holds a distribution over the classes; at the optimum it is the one that the head gives. An
 * example's step goes from the distribution that it holds towards the one that the head gives now, as far as the dual
 * grows, which bisection finds since its slope falls all the way and changes its sign. All classes of a place lie beside
 * each other, so that a step is one run over a row. The order of the examples is drawn from a fixed seed: the same
 * examples give the same head.
 */
final class MaximumEntropy {

    private static final int ROUNDS_MAX = 40;
    private static final int HALVINGS = 10;
    private static final double SMALLEST = 1e-30;
    private static final long SEED = 1;

    /** Mean distance of the two distributions at which it stops; halving it changes no figure of ours by more than noise. */
    private static final double NEAR_ENOUGH = 0.02;

    private final List<SparseVector> vectors;
    private final int[] classOf;
    private final double trust;
    private final LinearHead head;
    private final float[][] held;
    private final float[] towards;

    private MaximumEntropy(List<SparseVector> vectors, int[] classOf, int places, int classes, double trust) {
        this.vectors = vectors;
        this.classOf = classOf;
        this.trust = trust;
        this.head = new LinearHead(places, classes);
        this.held = new float[vectors.size()][classes];
        this.towards = new float[classes];
    }

    /**
     * Learns from examples.
     *
     * @param classOf the class of each vector
     * @param trust how much an example's error costs beside the squares of the weights (the C of support-vector machines)
     */
    static LinearHead learn(List<SparseVector> vectors, int[] classOf, int places, int classes, double trust) {
        MaximumEntropy learning = new MaximumEntropy(vectors, classOf, places, classes, trust);
        learning.run();
        return learning.head;
    }

    private void run() {
        int[] order = new int[vectors.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            held[i][classOf[i]] = 1;
        }
        Random random = new Random(SEED);
        double distance = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS_MAX && distance > NEAR_ENOUGH * order.length; round++) {
            shuffle(order, random);
            distance = 0;
            for (int example : order) {
                distance += step(vectors.get(example), held[example]);
            }
        }
    }

    /** Takes one step for one example; gives how far apart the two distributions were before it. */
    private double step(SparseVector vector, float[] distribution) {
        float[] scores = head.scores(vector);
        double distance = lookTowards(scores, distribution);
        if (distance < NEAR_ENOUGH) {
            return distance;
        }
        double growth = trust * vector.squaredLength();
        double near = 0;
        double far = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (near + far) / 2;
            if (slope(scores, distribution, middle, growth) > 0) {
                near = middle;
            } else {
                far = middle;
            }
        }
        float share = (float) ((near + far) / 2);
        for (int i = 0; i < distribution.length; i++) {
            distribution[i] += share * towards[i];
        }
        head.descend(vector, towards, (float) (trust * share));
        return distance;
    }

    /** Sets the direction from the distribution that is held to the one that the scores give. */
    private double lookTowards(float[] scores, float[] distribution) {
        double[] given = Softmax.of(scores, 1);
        double distance = 0;
        for (int i = 0; i < given.length; i++) {
            towards[i] = (float) (given[i] - distribution[i]);
            distance += Math.abs(towards[i]);
        }
        return distance;
    }

    private double slope(float[] scores, float[] distribution, double share, double growth) {
        double slope = 0;
        for (int i = 0; i < distribution.length; i++) {
            double there = Math.max(SMALLEST, distribution[i] + share * towards[i]);
            slope += towards[i] * (scores[i] - share * growth * towards[i] - Math.log(there));
        }
        return slope;
    }

    private static void shuffle(int[] order, Random random) {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
    }
}
