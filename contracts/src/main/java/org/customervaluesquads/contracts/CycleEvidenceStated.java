package org.customervaluesquads.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a cycle's test, on {@link Topics#CYCLE_EVIDENCE}; a later revision replaces it.
 *
 * @param metric the cycle's primary metric
 * @param method how it was reckoned, such as {@code confidence-sequence}
 * @param variants what each variant has shown
 * @param comparisons how the variants differ
 * @param sampleRatioP how likely shares as uneven as these are by chance; absent while nobody is assigned
 * @param guardrails what must not become worse, and whether it has
 * @param advice continue, stop-for-effect, stop-for-harm, stop-for-futility or check-assignment
 * @param asOf when the newest fact in it occurred
 * @param revision rises by one with each restatement
 */
public record CycleEvidenceStated(
        String cycleId,
        String squadId,
        String metric,
        String unit,
        String method,
        List<Shown> variants,
        List<Comparison> comparisons,
        @Nullable BigDecimal sampleRatioP,
        List<Guardrail> guardrails,
        String advice,
        @Nullable Instant asOf,
        long revision) {

    /** The metric of those customers who were given a variant, with its 95 % bounds. */
    public record Shown(
            String variant,
            long customers,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /** How far one variant is from another, with the 95 % bounds; the lift is the difference as a ratio. */
    public record Comparison(
            String variant,
            String against,
            BigDecimal difference,
            BigDecimal lower,
            BigDecimal upper,
            @Nullable BigDecimal lift) {}

    /** A metric that must not become worse; held, breached or unknown. */
    public record Guardrail(
            String metric, String state, @Nullable BigDecimal value) {}
}
