package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.List;

/**
 * The scores of all intents without their evidence, and how fast they can change while nothing happens. Most signals change
 * no stage, so most scores are looked at and thrown away.
 */
final class Glances {

    private static final double LN_2 = Math.log(2);

    private final List<Duration> halfLives;
    private final double[] halfLifeMillis;
    private final double[] logOdds;
    private final double[] shortPull;
    private final double[] longPull;
    private final double[] falling;
    private final double[] rising;

    /**
     * Of a customer of whom nothing is known yet.
     *
     * @param logOdds of each intent; the array goes over to it
     */
    Glances(double[] logOdds, List<Duration> halfLives) {
        this.halfLives = halfLives;
        this.halfLifeMillis = new double[halfLives.size()];
        for (int h = 0; h < halfLifeMillis.length; h++) {
            halfLifeMillis[h] = halfLives.get(h).toMillis();
        }
        this.logOdds = logOdds;
        this.shortPull = new double[logOdds.length];
        this.longPull = new double[logOdds.length];
        this.falling = new double[logOdds.length];
        this.rising = new double[logOdds.length];
    }

    void add(int intent, int halfLife, double weight, double seen, double seenLog) {
        logOdds[intent] += weight * seenLog;
        double speed = weight * seen / ((1 + seen) * halfLifeMillis[halfLife]);
        if (weight < 0) {
            rising[intent] -= speed;
            return;
        }
        falling[intent] += speed;
        if (halfLife == 0) {
            shortPull[intent] += weight * seen;
        }
        if (halfLife == halfLifeMillis.length - 1) {
            longPull[intent] += weight * seen;
        }
    }

    /** That of the score, but for the rounding of quicker arithmetic. */
    double probability(int intent) {
        return Weights.probability(logOdds[intent]);
    }

    /** That of the score. */
    double surge(int intent) {
        return Score.surge(shortPull[intent], longPull[intent], halfLives);
    }

    /**
     * How many milliseconds the intent surely stays in its stage if nothing happens. A term {@code w · ln(1 + n)} moves by
     * {@code w · n / (1 + n) · ln 2 / h} and slower as its count decays, so the log-odds fall no faster than all that speaks
     * for the intent does now, and rise no faster than all that speaks against it.
     */
    double staysFor(int intent, Stage stage, Stage.Thresholds thresholds) {
        double stays = Double.POSITIVE_INFINITY;
        double floor = stage.floor(thresholds);
        if (floor > 0) {
            stays = (logOdds[intent] - logit(floor)) / (falling[intent] * LN_2);
        }
        double ceiling = stage.ceiling(thresholds);
        if (ceiling < 1 && rising[intent] > 0) {
            stays = Math.min(stays, (logit(ceiling) - logOdds[intent]) / (rising[intent] * LN_2));
        }
        if (stage.dependsOnSurge()) {
            double halvesLeft = Math.log(surge(intent) / Stage.endOfSurge(thresholds)) / LN_2;
            double halves = 1 / halfLifeMillis[0] - 1 / halfLifeMillis[halfLifeMillis.length - 1];
            stays = Math.min(stays, halvesLeft / halves);
        }
        return Double.isNaN(stays) ? 0 : Math.max(0, stays);
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
