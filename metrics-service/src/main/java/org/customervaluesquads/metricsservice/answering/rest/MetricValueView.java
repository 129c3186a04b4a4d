package org.customervaluesquads.metricsservice.answering.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One value of one metric, with its evidence. */
public record MetricValueView(
        @Schema(description = "Name, with its part: revenue/GBP, reach/email.")
        String metric,

        @Schema(description = "orders, customers, signals, ratio, or a currency.")
        String unit,

        @Schema(description = "Where good is: up, down, or none.")
        String direction,

        @Schema(description = "hour, day or total.") String grain,
        Instant start,
        @Schema(description = "Excluded.") Instant end,

        @Schema(description = "Null when no fact is left.") @Nullable
        BigDecimal value,

        @Schema(description = "Lower bound of 95 %; the value itself where it is exact.") @Nullable
        BigDecimal lower,

        @Schema(description = "Upper bound of 95 %; the value itself where it is exact.") @Nullable
        BigDecimal upper,

        @Schema(description = "What a ratio divides.") @Nullable
        BigDecimal numerator,

        @Schema(description = "What a ratio divides by.") @Nullable
        BigDecimal denominator,

        @Schema(description = "How many facts were counted.")
        long facts,

        @Schema(description = "Whose facts they are.") List<String> silos,

        @Schema(description = "When the newest of them occurred.") @Nullable
        Instant asOf,

        @Schema(description = "Rises with each restatement; a total has none.") @Nullable
        Long revision) {

    static MetricValueView from(Standing standing) {
        return of(standing.window(), standing.reckoned(), standing.revision());
    }

    static MetricValueView of(Window window, Reckoned reckoned, @Nullable Long revision) {
        return new MetricValueView(
                reckoned.metric(),
                reckoned.unit(),
                reckoned.direction(),
                window.grain().word(),
                window.start(),
                window.end(),
                reckoned.value(),
                reckoned.lower(),
                reckoned.upper(),
                reckoned.numerator(),
                reckoned.denominator(),
                reckoned.facts(),
                reckoned.silos(),
                reckoned.asOf(),
                revision);
    }
}
