package org.customervaluesquads.metricsservice.experiments;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A metric that must stay on one side of a bound while a test runs.
 *
 * @param value of the variant that is farthest on the wrong side; absent while there is none
 */
public record Guardrail(
        String metric, State state, @Nullable Double value) {

    /** How it stands. */
    public enum State {
        HELD,
        BREACHED,
        UNKNOWN;

        /** The state as messages write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A guardrail of a metric with this value, or none yet. */
    public static Guardrail of(String metric, @Nullable Double value, boolean atLeast, double bound) {
        if (value == null) {
            return new Guardrail(metric, State.UNKNOWN, null);
        }
        boolean holds = atLeast ? value >= bound : value <= bound;
        return new Guardrail(metric, holds ? State.HELD : State.BREACHED, value);
    }
}
