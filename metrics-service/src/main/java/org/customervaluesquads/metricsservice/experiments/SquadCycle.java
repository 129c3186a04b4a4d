package org.customervaluesquads.metricsservice.experiments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as far as its test needs it.
 *
 * @param state planned, running, concluded or cancelled
 * @param variants the first one is the control
 */
public record SquadCycle(
        String cycleId,
        String squadId,
        String state,
        String metric,
        List<Variant> variants,
        List<Bound> guardrails,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** A variant, and the percent of the customers who are to meet it. */
    public record Variant(String name, double share) {}

    /** A metric of the squad that must stay on one side: at-least or at-most. */
    public record Bound(String metric, String side, BigDecimal bound) {

        /** Whether it may not fall below. */
        public boolean isAtLeast() {
            return side.equals("at-least");
        }
    }
}
