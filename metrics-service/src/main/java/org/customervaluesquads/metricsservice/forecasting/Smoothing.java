package org.customervaluesquads.metricsservice.forecasting;

/**
 * Exponential smoothing with additive errors, a damped trend and, where there is a season, an additive one: the state
 * space
 * models ETS(A,Ad,N) and ETS(A,Ad,A) of Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing
 * (2008).
 *
 * <p>With error e, level l, trend b and season s: {@code y = l + phi b + s + e}, {@code l' = l + phi b + alpha e},
 * {@code b' = phi b + beta e}, {@code s' = s + gamma e}. Errors are taken to be independent, of one variance, and for
 * the bounds normal; a metric that never falls below zero can have bounds that do.
 *
 * @param alpha how fast the level follows, between 0 and 1
 * @param beta how fast the trend follows, at most alpha
 * @param gamma how fast the season follows, at most 1 - alpha
 * @param phi how much of the trend is left a step later, below 1
 */
public record Smoothing(double alpha, double beta, double gamma, double phi) {

    /**
     * What is known after the newest observation.
     *
     * @param season of the last so many steps, the oldest first; a single zero where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // passed from step to step; nobody compares states
    public record State(double level, double trend, double[] season) {}

    /**
     * A state reached through a series.
     *
     * @param squaredErrors the sum of the squared errors of forecasts one step ahead
     */
    public record Reached(State state, double squaredErrors) {}

    /** Goes through a series from a state on. */
    public Reached through(double[] series, State initial) {
        double level = initial.level();
        double trend = initial.trend();
        double[] season = initial.season().clone();
        double squared = 0;
        for (int t = 0; t < series.length; t++) {
            int place = t % season.length;
            double error = series[t] - level - phi * trend - season[place];
            level += phi * trend + alpha * error;
            trend = phi * trend + beta * error;
            season[place] += gamma * error;
            squared += error * error;
        }
        return new Reached(new State(level, trend, rotated(season, series.length % season.length)), squared);
    }

    /** The expected values of so many steps after a state. */
    public double[] ahead(State state, int steps) {
        double[] expected = new double[steps];
        double damped = 0;
        double power = 1;
        for (int h = 0; h < steps; h++) {
            power *= phi;
            damped += power;
            expected[h] = state.level() + damped * state.trend() + state.season()[h % state.season().length];
        }
        return expected;
    }

    /**
     * The variances of the errors of so many steps ahead, in units of that of one step: {@code 1 + sum of c(j)^2},
     * where
     * {@code c(j) = alpha + beta (phi + ... + phi^j)}, and gamma more where a season has gone by (table 6.2 there).
     */
    public double[] variances(int steps, int season) {
        double[] weights = weights(steps, season);
        double[] variances = new double[steps];
        double sum = 1;
        for (int h = 0; h < steps; h++) {
            variances[h] = sum;
            sum += weights[h] * weights[h];
        }
        return variances;
    }

    /**
     * The variance of the error of the sum of so many steps, in the same units: errors of early steps stay in
     * later ones.
     */
    public double varianceOfSum(int steps, int season) {
        double[] weights = weights(steps, season);
        double variance = 0;
        double stays = 1;
        for (int left = 0; left < steps; left++) {
            variance += stays * stays;
            stays += weights[left];
        }
        return variance;
    }

    private double[] weights(int steps, int season) {
        double[] weights = new double[steps];
        double damped = 0;
        double power = 1;
        for (int j = 1; j <= steps; j++) {
            power *= phi;
            damped += power;
            weights[j - 1] = alpha + beta * damped + (season > 1 && j % season == 0 ? gamma : 0);
        }
        return weights;
    }

    private static double[] rotated(double[] season, int by) {
        double[] rotated = new double[season.length];
        for (int i = 0; i < season.length; i++) {
            rotated[i] = season[(i + by) % season.length];
        }
        return rotated;
    }
}
