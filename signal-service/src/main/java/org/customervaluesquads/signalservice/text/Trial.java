package org.customervaluesquads.signalservice.text;

/** One text that a head did not learn from, and what the head says of it. */
final class Trial {

    private final float[] scores;
    private final int expected;

    /**
     * A text with its scores.
     *
     * @param expected the place of the right class among them; -1 if none of them is right
     */
    Trial(float[] scores, int expected) {
        this.scores = scores;
        this.expected = expected;
    }

    boolean isOfAClass() {
        return expected >= 0;
    }

    boolean isRight() {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best == expected;
    }

    double energy() {
        return Softmax.energy(scores);
    }

    /** The logarithm of the share that the right class is given. */
    double logLikelihood(double temperature) {
        return Math.log(Math.max(Double.MIN_NORMAL, Softmax.of(scores, temperature)[expected]));
    }
}
