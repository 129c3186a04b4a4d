package org.customervaluesquads.signalservice.text;

/** Weighs a vector for each of some classes. */
final class LinearHead {

    private final int classes;

    /** Of a place for all classes, place after place. */
    private final float[] weights;

    /** A head that makes nothing of any vector yet. */
    LinearHead(int places, int classes) {
        this.classes = classes;
        this.weights = new float[places * classes];
    }

    /** What a place adds for a class. */
    float weight(int place, int ofClass) {
        return weights[place * classes + ofClass];
    }

    /** The log-odds of each class but for what they share. */
    float[] scores(SparseVector vector) {
        float[] scores = new float[classes];
        for (int i = 0; i < vector.places().length; i++) {
            addScaled(scores, weights, vector.places()[i] * classes, vector.values()[i]);
        }
        return scores;
    }

    /** Takes so much of a step from the weights of each place of a vector. */
    void descend(SparseVector vector, float[] step, float share) {
        for (int i = 0; i < vector.places().length; i++) {
            subtractScaled(weights, vector.places()[i] * classes, step, share * vector.values()[i]);
        }
    }

    private static void addScaled(float[] sums, float[] values, int from, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[from + i];
        }
    }

    private static void subtractScaled(float[] values, int from, float[] step, float factor) {
        for (int i = 0; i < step.length; i++) {
            values[from + i] -= factor * step[i];
        }
    }
}
