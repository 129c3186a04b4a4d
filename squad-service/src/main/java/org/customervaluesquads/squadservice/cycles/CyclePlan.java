package org.customervaluesquads.squadservice.cycles;

import java.math.BigDecimal;
import java.util.List;
import org.customervaluesquads.contracts.Money;

/**
 * What a squad means to try.
 *
 * @param salt makes the assignment of this cycle independent of every other's
 * @param failureBudget what the cycle may lose before it is to be ended
 */
public record CyclePlan(
        String hypothesis,
        String change,
        String primaryMetric,
        List<Guardrail> guardrails,
        List<Variant> variants,
        String salt,
        int plannedDays,
        Money cost,
        Money failureBudget) {

    /** Takes copies of the lists. */
    public CyclePlan {
        guardrails = List.copyOf(guardrails);
        variants = List.copyOf(variants);
    }

    /** A metric that must stay on one side of a bound. */
    public record Guardrail(String metric, Side side, BigDecimal bound) {}

    /** Where a guardrail's metric has to stay; read and written by its name in words. */
    public enum Side {
        AT_LEAST("at-least"),
        AT_MOST("at-most");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
