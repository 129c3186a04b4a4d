package org.customervaluesquads.signalservice.text;

/** The distribution over classes that scores stand for. */
final class Softmax {

    private Softmax() {}

    /**
     * The distribution of scores.
     *
     * @param temperature above one makes it more even, below one more decided
     */
    static double[] of(float[] scores, double temperature) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp((scores[i] - highest) / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < scores.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The logarithm of what is divided by to make a distribution: how much the head has to say at all. */
    static double energy(float[] scores) {
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        for (float score : scores) {
            sum += Math.exp(score - highest);
        }
        return highest + Math.log(sum);
    }
}
