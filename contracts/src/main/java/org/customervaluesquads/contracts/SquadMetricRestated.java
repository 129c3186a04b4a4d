package org.customervaluesquads.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current value of one metric of one squad in one span of time, on {@link Topics#SQUAD_METRICS}; a later revision
 * replaces it.
 *
 * @param metric its name, with its part behind a slash where it has parts: {@code revenue/GBP}, {@code reach/email}
 * @param unit such as {@code orders}, {@code customers}, {@code ratio} or a currency
 * @param direction {@code up} or {@code down}: where good is; {@code none} where neither is
 * @param grain hour, day, week, month or rolling (so many days)
 * @param value absent when there is nothing to divide by, or when a restatement took away the last fact
 * @param lower with {@code upper}, the 95 % bounds of an estimated value; equal to it when it is exact
 * @param facts how many facts were counted
 * @param silos whose facts they are
 * @param silosAsOf when the newest fact of each of these silos occurred, in their order
 * @param asOf when the newest of all occurred
 * @param revision rises by one with each restatement
 */
public record SquadMetricRestated(
        String squadId,
        String metric,
        String unit,
        String direction,
        String grain,
        Instant start,
        Instant end,
        @Nullable BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long facts,
        List<String> silos,
        List<Instant> silosAsOf,
        @Nullable Instant asOf,
        long revision) {

    /** The record key: one for each value that can be current. */
    public String key() {
        return String.join("|", squadId, metric, grain, start.toString());
    }
}
