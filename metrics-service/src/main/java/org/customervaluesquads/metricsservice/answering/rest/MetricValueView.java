package org.customervaluesquads.metricsservice.answering.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.metricsservice.answering.Seen;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One value of one metric, with its evidence, and beside what it is held against. */
public record MetricValueView(
        @Schema(description = "Name, with its part: revenue/GBP, reach/email.", examples = "revenue/GBP")
        String metric,

        @Schema(description = "orders, customers, seconds, ratio … or a currency.", examples = "GBP")
        String unit,

        @Schema(description = "Where good is: up, down, or none.", examples = "up")
        String direction,

        @Schema(description = "hour, day, week, month, rolling (28 days) or total.", examples = "day")
        String grain,

        Instant start,
        @Schema(description = "Excluded.") Instant end,

        @Schema(description = "Null when no fact is left.") @Nullable
        BigDecimal value,

        @Schema(description = "Lower bound of 95 %; the value itself where it is exact.") @Nullable
        BigDecimal lower,

        @Schema(description = "Upper bound of 95 %; the value itself where it is exact.") @Nullable
        BigDecimal upper,

        @Schema(description = "What a ratio or an average divides.") @Nullable
        BigDecimal numerator,

        @Schema(description = "What it divides by.") @Nullable
        BigDecimal denominator,

        @Schema(description = "How many facts were counted.")
        long facts,

        @Schema(description = "Whose facts they are.") List<String> silos,

        @Schema(description = "How fresh the facts of each silo are.")
        List<FreshnessView> freshness,

        @Schema(description = "When the newest of them occurred.") @Nullable
        Instant asOf,

        @Schema(description = "Rises with each restatement; a total has none.") @Nullable
        Long revision,

        @Schema(description = "What a policy, or of a total the mission, asks for.") @Nullable
        BigDecimal target,

        @Schema(description = "Value less target.") @Nullable
        BigDecimal distance,

        @Schema(description = "Whether the target is reached, in the metric's direction.") @Nullable
        Boolean reached,

        @Schema(description = "What a policy says must not be passed to the worse.") @Nullable
        BigDecimal threshold,

        @Nullable Boolean breached,
        @Nullable ComparedView compared) {

    /** When the newest fact of a silo in the window occurred, and how long ago that is. */
    public record FreshnessView(String silo, Instant asOf, long ageSeconds) {}

    /** The value in another window, and how much this one differs. */
    public record ComparedView(
            @Schema(description = "baseline or previous.", examples = "baseline")
            String with,

            Instant start,
            Instant end,
            @Nullable BigDecimal value,

            @Schema(description = "This value less that one.") @Nullable
            BigDecimal change,

            @Schema(description = "The change as a share of that one.") @Nullable
            BigDecimal changeRatio) {}

    /** The view of a value at a moment. */
    public static MetricValueView from(Seen seen, Instant now) {
        Reckoned reckoned = seen.reckoned();
        return new MetricValueView(
                reckoned.metric(),
                reckoned.unit(),
                reckoned.direction(),
                seen.window().grain().word(),
                seen.window().start(),
                seen.window().end(),
                reckoned.value(),
                reckoned.lower(),
                reckoned.upper(),
                reckoned.numerator(),
                reckoned.denominator(),
                reckoned.facts(),
                reckoned.silos(),
                freshness(reckoned, now),
                reckoned.asOf(),
                seen.revision(),
                seen.target(),
                seen.distance().orElse(null),
                seen.isReached().orElse(null),
                seen.threshold(),
                seen.isBreached().orElse(null),
                compared(seen));
    }

    private static List<FreshnessView> freshness(Reckoned reckoned, Instant now) {
        return reckoned.newestBySilo().entrySet().stream()
                .map(silo -> new FreshnessView(
                        silo.getKey(),
                        silo.getValue(),
                        Duration.between(silo.getValue(), now).toSeconds()))
                .toList();
    }

    private static @Nullable ComparedView compared(Seen seen) {
        Seen.Compared compared = seen.compared();
        return compared == null
                ? null
                : new ComparedView(
                        compared.with().word(),
                        compared.window().start(),
                        compared.window().end(),
                        compared.value(),
                        seen.change().orElse(null),
                        seen.changeRatio().orElse(null));
    }
}
