package org.customervaluesquads.metricsservice.forecasting.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.forecasting.Forecasting.Forecast;
import org.customervaluesquads.metricsservice.forecasting.Forecasting.Point;
import org.customervaluesquads.metricsservice.forecasting.Smoothing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a metric is heading. */
public record ForecastView(
        @Schema(examples = "revenue/GBP") String metric,

        @Schema(description = "day, or rolling where days do not add up.", examples = "day")
        String grain,

        @Schema(examples = "ETS(A,Ad,A), season 7") String method,

        @Schema(description = "How the model follows the series.")
        Smoothing parameters,

        @Schema(description = "The first day of the history that was looked at.")
        LocalDate historyFrom,

        List<DayView> days,

        @Schema(description = "Where the metric adds up by day.") @Nullable
        Progress total) {

    private static final int DECIMALS = 6;

    /** A day to come; of a rolling window, the day it ends with. */
    public record DayView(LocalDate day, BigDecimal value, BigDecimal lower, BigDecimal upper) {}

    /**
     * What there will be in the end.
     *
     * @param soFar since the squad was formed, up to yesterday
     * @param expected with its bounds, what there will be on the last day
     * @param probability of reaching the target
     */
    public record Progress(
            LocalDate since,
            BigDecimal soFar,
            BigDecimal expected,
            BigDecimal lower,
            BigDecimal upper,
            @Nullable BigDecimal target,
            @Nullable BigDecimal probability) {

        static Progress of(LocalDate since, BigDecimal soFar, Forecast forecast, @Nullable BigDecimal target) {
            Point sum = forecast.sum();
            BigDecimal probability = target == null
                    ? null
                    : rounded(
                            forecast.probabilityOfAtLeast(target.subtract(soFar).doubleValue()));
            return new Progress(
                    since,
                    soFar,
                    soFar.add(rounded(sum.value())),
                    soFar.add(rounded(sum.lower())),
                    soFar.add(rounded(sum.upper())),
                    target,
                    probability);
        }
    }

    /** From when on history is looked at, and which day comes next. */
    record Reach(LocalDate from, LocalDate next) {}

    static ForecastView from(String metric, Grain grain, Reach reach, Forecast forecast, @Nullable Progress progress) {
        List<DayView> days = new ArrayList<>();
        for (Point point : forecast.steps()) {
            days.add(new DayView(
                    reach.next().plusDays(days.size()),
                    rounded(point.value()),
                    rounded(point.lower()),
                    rounded(point.upper())));
        }
        String method = forecast.season() > 1 ? "ETS(A,Ad,A), season " + forecast.season() : "ETS(A,Ad,N)";
        return new ForecastView(metric, grain.word(), method, forecast.smoothing(), reach.from(), days, progress);
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
