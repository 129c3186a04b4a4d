package org.customervaluesquads.signalservice.intents;

import java.util.OptionalLong;

/**
 * Finds the moment at which one intent leaves its stage while nothing happens.
 *
 * <p>Log-odds are what speaks for the intent minus what speaks against it, and both only fall. So between two moments they
 * lie between bounds that the two moments give, and a stretch of time whose bounds all give the same stage holds no
 * change. Other stretches are halved, the earlier half first, until they are too short to matter: the first change is
 * found, however often the score turns.
 */
final class Crossing {

    /** A change is told to the second. */
    private static final long FINEST_MILLIS = 1_000;

    /** A score that creeps along a threshold is left to the next look after so many stretches. */
    private static final int STRETCHES_MAX = 4_000;

    private final Weights weights;
    private final DecayedCounts counts;
    private final Stage stage;
    private final Stage.Thresholds thresholds;
    private final long origin;
    private int stretches;

    /** Of an intent that is in a stage. */
    Crossing(Weights weights, DecayedCounts counts, Stage stage, Stage.Thresholds thresholds) {
        this.weights = weights;
        this.counts = counts;
        this.stage = stage;
        this.thresholds = thresholds;
        this.origin = counts.moment();
    }

    /** What speaks for and against an intent at a moment. */
    private record Poles(double pros, double cons, double surge) {}

    /** The first moment after one and up to another at which the stage is another. */
    OptionalLong first(long after, long upTo) {
        return upTo <= after ? OptionalLong.empty() : first(after, at(after), upTo, at(upTo));
    }

    /** The stage that follows from the one of now at a moment. */
    Stage stageAt(long moment) {
        Poles then = at(moment);
        return stageAt(then.pros() - then.cons(), then.surge());
    }

    private OptionalLong first(long from, Poles start, long to, Poles end) {
        stretches++;
        if (stretches > STRETCHES_MAX || staysBetween(start, end)) {
            return OptionalLong.empty();
        }
        if (to - from <= FINEST_MILLIS) {
            return stageAt(end.pros() - end.cons(), end.surge()) == stage ? OptionalLong.empty() : OptionalLong.of(to);
        }
        long middle = from + (to - from) / 2;
        Poles half = at(middle);
        OptionalLong earlier = first(from, start, middle, half);
        return earlier.isPresent() ? earlier : first(middle, half, to, end);
    }

    /** Each stage is a rectangle of scores and surges, so that its four corners speak for all between them. */
    private boolean staysBetween(Poles start, Poles end) {
        double low = end.pros() - start.cons();
        double high = start.pros() - end.cons();
        return stageAt(low, end.surge()) == stage
                && stageAt(low, start.surge()) == stage
                && stageAt(high, end.surge()) == stage
                && stageAt(high, start.surge()) == stage;
    }

    private Stage stageAt(double logOdds, double surge) {
        return stage.next(Weights.probability(logOdds + weights.bias()), surge, thresholds);
    }

    private Poles at(long moment) {
        FeatureCounts seen = counts.all();
        int halfLives = counts.halfLives().size();
        double pros = 0;
        double cons = 0;
        double shortPull = 0;
        double longPull = 0;
        for (int h = 0; h < halfLives; h++) {
            double left = Math.pow(
                    2, -(moment - origin) / (double) counts.halfLives().get(h).toMillis());
            for (int place = 0; place < seen.size(); place++) {
                double[] each = weights.byFeature().get(seen.feature(place));
                if (each != null) {
                    double count = seen.count(place, h) * left;
                    double term = each[h] * Math.log(1 + count);
                    pros += Math.max(0, term);
                    cons += Math.max(0, -term);
                    shortPull += h == 0 ? Math.max(0, each[h]) * count : 0;
                    longPull += h == halfLives - 1 ? Math.max(0, each[h]) * count : 0;
                }
            }
        }
        return new Poles(pros, cons, Score.surge(shortPull, longPull, counts.halfLives()));
    }
}
