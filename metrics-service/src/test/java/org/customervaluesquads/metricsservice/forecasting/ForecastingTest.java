package org.customervaluesquads.metricsservice.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.forecasting.Forecasting.Forecast;
import org.junit.jupiter.api.Test;

class ForecastingTest {

    private static final int WEEK = 7;
    private static final int AHEAD = 14;
    private static final int RUNS = 300;

    @Test
    void goesOnWithASeasonThatNeverVaries() {
        double[] series = IntStream.range(0, 70)
                .mapToDouble(day -> 100 + 10 * (day % WEEK))
                .toArray();

        Forecast forecast = Forecasting.of(series, WEEK, WEEK);

        assertThat(forecast.season()).isEqualTo(WEEK);
        for (int day = 0; day < WEEK; day++) {
            assertThat(forecast.steps().get(day).value()).isEqualTo(100 + 10 * day, within(0.01));
        }
        assertThat(forecast.sum().value()).isEqualTo(910, within(0.1));
    }

    @Test
    void looksForNoSeasonInLessThanThreeOfThem() {
        double[] series = IntStream.range(0, 20).mapToDouble(day -> 5).toArray();

        assertThat(Forecasting.of(series, WEEK, 1).season()).isEqualTo(1);
        assertThatThrownBy(() -> Forecasting.of(new double[] {1, 2, 3}, WEEK, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The bounds take the fitted parameters for the true ones, so they hold a little less than they say. */
    @Test
    void holdsNearlyAsManyOutcomesWithinItsBoundsAsItSays() {
        int days = 0;
        int fortnights = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] walk = weekly(new Random(run));
            double[] known = Arrays.copyOf(walk, walk.length - AHEAD);
            Forecast forecast = Forecasting.of(known, WEEK, AHEAD);

            days += holds(forecast.steps().getFirst(), walk[known.length]) ? 1 : 0;
            fortnights +=
                    holds(forecast.sum(), Arrays.stream(walk).skip(known.length).sum()) ? 1 : 0;
        }

        assertThat(days / (double) RUNS).isBetween(0.90, 0.98);
        assertThat(fortnights / (double) RUNS).isBetween(0.83, 0.98);
    }

    private static boolean holds(Forecasting.Point expected, double outcome) {
        return expected.lower() <= outcome && outcome <= expected.upper();
    }

    @Test
    void isLessSureOfATargetThatIsFurtherAway() {
        Forecast forecast = Forecasting.of(weekly(new Random(1)), WEEK, AHEAD);
        double expected = forecast.sum().value();

        assertThat(forecast.probabilityOfAtLeast(expected)).isEqualTo(0.5, within(1e-9));
        assertThat(forecast.probabilityOfAtLeast(forecast.sum().upper())).isEqualTo(0.025, within(1e-9));
        assertThat(forecast.probabilityOfAtLeast(forecast.sum().lower())).isEqualTo(0.975, within(1e-9));
    }

    /** A series that the model is made for: a level that wanders, and a week that comes round. */
    private static double[] weekly(Random random) {
        double level = 200;
        double[] series = new double[120];
        for (int day = 0; day < series.length; day++) {
            double error = random.nextGaussian() * 8;
            series[day] = level + 15 * Math.sin(day % WEEK) + error;
            level += 0.2 * error;
        }
        return series;
    }
}
