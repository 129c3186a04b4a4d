package org.customervaluesquads.metricsservice.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.customervaluesquads.metricsservice.forecasting.Smoothing.Reached;
import org.customervaluesquads.metricsservice.forecasting.Smoothing.State;
import org.junit.jupiter.api.Test;

/**
 * The figures were computed twice outside this project, for fixed parameters and a fixed first state: by multiplying
 * the matrices of the state space form, and with statsmodels' ETSModel.
 */
class SmoothingTest {

    private static final double[] SERIES = {
        30, 21, 25, 28, 35, 44, 40, 33, 24, 27, 31, 38, 47, 42, 35, 27, 29, 34, 41, 49, 46, 38
    };
    private static final int SEASON = 7;
    private static final Smoothing SMOOTHING = new Smoothing(0.3, 0.1, 0.2, 0.9);
    private static final State START = new State(31, 0.5, new double[] {-1, -9, -5, -2, 4, 11, 2});

    @Test
    void goesThroughASeriesAsTheModelSays() {
        Reached reached = SMOOTHING.through(SERIES, START);

        assertThat(reached.state().level()).isEqualTo(39.1437211145, within(1e-9));
        assertThat(reached.state().trend()).isEqualTo(0.5729119929, within(1e-9));
        assertThat(reached.squaredErrors()).isEqualTo(109.7979284430, within(1e-8));
    }

    @Test
    void expectsWhatTheModelExpects() {
        State state = SMOOTHING.through(SERIES, START).state();

        assertThat(SMOOTHING.ahead(state, 10))
                .containsExactly(
                        new double[] {
                            29.99088030,
                            33.86720854,
                            38.10013872,
                            45.03663962,
                            53.09027489,
                            46.60799055,
                            40.66293860,
                            32.41188899,
                            36.04611637,
                            40.06115576
                        },
                        within(1e-7));
    }

    @Test
    void growsLessCertainAsTheModelDoes() {
        assertThat(SMOOTHING.variances(10, SEASON))
                .containsExactly(
                        new double[] {
                            1.00000000,
                            1.15210000,
                            1.37394100,
                            1.66976821,
                            2.04127065,
                            2.48824179,
                            3.00909715,
                            3.94909098,
                            4.60937644,
                            5.33412484
                        },
                        within(1e-7));
        assertThat(SMOOTHING.varianceOfSum(10, SEASON)).isEqualTo(170.92434456, within(1e-7));
    }
}
