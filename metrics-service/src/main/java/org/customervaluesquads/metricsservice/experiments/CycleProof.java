package org.customervaluesquads.metricsservice.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer to what a cycle's test has shown, or why there is none. */
public sealed interface CycleProof {

    /** There is none, and why. */
    record Refused(String reason) implements CycleProof {}

    /**
     * What was shown.
     *
     * @param setAside customers who met several variants, and are in none of them
     * @param asOf when the newest exposure in it occurred
     */
    record Shown(
            Evidence evidence,
            Plan plan,
            String unit,
            long setAside,
            @Nullable Instant asOf) implements CycleProof {}

    /**
     * What the facts say of a cycle.
     *
     * @param moments of the customers who met but one variant, by variant
     */
    record Facts(
            Map<String, Moments> moments,
            long setAside,
            @Nullable Instant asOf) {}

    /** What a cycle has shown; variants that were not planned are shown too, and are a reason to check the assignment. */
    static CycleProof of(SquadCycle cycle, Facts facts, List<Guardrail> guardrails, Plan plan, String unit) {
        List<Arm> arms = new ArrayList<>();
        for (SquadCycle.Variant variant : cycle.variants()) {
            arms.add(
                    new Arm(variant.name(), variant.share(), facts.moments.getOrDefault(variant.name(), Moments.NONE)));
        }
        List<String> planned = arms.stream().map(Arm::name).toList();
        facts.moments.keySet().stream()
                .filter(variant -> !planned.contains(variant))
                .sorted()
                .forEach(variant -> arms.add(new Arm(variant, 0, facts.moments.getOrDefault(variant, Moments.NONE))));
        if (arms.size() < 2) {
            return new Refused("the cycle has no two variants to compare: "
                    + arms.stream().map(Arm::name).collect(Collectors.joining(", ")));
        }
        return new Shown(Evidence.of(plan, arms, guardrails), plan, unit, facts.setAside, facts.asOf);
    }
}
