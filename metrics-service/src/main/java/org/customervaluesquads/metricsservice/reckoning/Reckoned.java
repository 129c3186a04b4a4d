package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value of one metric in one window, with its evidence.
 *
 * @param value absent when no fact is left
 * @param lower with {@code upper}, the bounds of 95 %; the value itself where it is exact
 * @param numerator with {@code denominator}, what a ratio was made of
 * @param facts how many facts were counted
 * @param newestBySilo whose facts they are, and when the newest of each silo occurred
 * @param asOf when the newest of all occurred
 */
public record Reckoned(
        String metric,
        String unit,
        String direction,
        @Nullable BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long facts,
        SortedMap<String, Instant> newestBySilo,
        @Nullable Instant asOf) {

    /** Whose facts they are, in order. */
    public List<String> silos() {
        return List.copyOf(newestBySilo.keySet());
    }

    /** The same metric after its last fact is gone. */
    public Reckoned vanished() {
        return new Reckoned(metric, unit, direction, null, null, null, null, null, 0, new TreeMap<>(), null);
    }

    /** Whether both say the same; amounts are compared as numbers, not as they are written. */
    public boolean says(Reckoned other) {
        return withoutTrailingZeros().equals(other.withoutTrailingZeros());
    }

    private Reckoned withoutTrailingZeros() {
        return new Reckoned(
                metric,
                unit,
                direction,
                stripped(value),
                stripped(lower),
                stripped(upper),
                stripped(numerator),
                stripped(denominator),
                facts,
                newestBySilo,
                asOf);
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
