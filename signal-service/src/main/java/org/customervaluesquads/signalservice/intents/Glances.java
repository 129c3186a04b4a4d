package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.List;

/**
 * The scores of all intents without their evidence. Most signals change no stage, so most scores are looked at and
 * thrown away.
 */
final class Glances {

    private final List<Duration> halfLives;
    private final double[] logOdds;
    private final double[] shortPull;
    private final double[] longPull;

    /**
     * Of a customer of whom nothing is known yet.
     *
     * @param logOdds of each intent; the array goes over to it
     */
    Glances(double[] logOdds, List<Duration> halfLives) {
        this.halfLives = halfLives;
        this.logOdds = logOdds;
        this.shortPull = new double[logOdds.length];
        this.longPull = new double[logOdds.length];
    }

    void add(int intent, int halfLife, double weight, double seen, double seenLog) {
        logOdds[intent] += weight * seenLog;
        double pull = Math.max(0, weight) * seen;
        if (halfLife == 0) {
            shortPull[intent] += pull;
        }
        if (halfLife == halfLives.size() - 1) {
            longPull[intent] += pull;
        }
    }

    /** That of the score, but for the rounding of quicker arithmetic. */
    double probability(int intent) {
        return 1 / (1 + Math.exp(-logOdds[intent]));
    }

    /** That of the score. */
    double surge(int intent) {
        return Score.surge(shortPull[intent], longPull[intent], halfLives);
    }
}
