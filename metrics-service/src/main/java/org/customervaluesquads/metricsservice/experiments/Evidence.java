package org.customervaluesquads.metricsservice.experiments;

import java.util.ArrayList;
import java.util.List;

/**
 * What a test has shown up to now: a function of sums alone, so that it is the same whoever asks, and in whatever order the
 * facts came.
 *
 * @param arms the first one is the control
 * @param comparisons of each other variant with it, those that can be judged
 * @param sampleRatioP see {@link SampleRatio}
 * @param cuped how the comparisons were adjusted for what was before
 * @param sentence all of it, for somebody who has never heard of statistics
 */
public record Evidence(
        List<Arm> arms,
        List<Comparison> comparisons,
        double sampleRatioP,
        Cuped cuped,
        List<Guardrail> guardrails,
        Advice advice,
        String sentence) {

    /** The evidence of these variants. */
    public static Evidence of(Plan plan, List<Arm> arms, List<Guardrail> guardrails) {
        Cuped cuped = Cuped.over(arms.stream().map(Arm::moments).toList());
        Plan each = plan.forEachOf(Math.max(1, arms.size() - 1));
        List<Comparison> comparisons = new ArrayList<>();
        for (Arm treatment : arms.subList(1, arms.size())) {
            compare(each, arms.getFirst(), treatment, cuped, comparisons);
        }
        double p = SampleRatio.p(
                arms.stream().mapToLong(arm -> arm.moments().n()).toArray(),
                arms.stream().mapToDouble(Arm::weight).toArray());
        Advice advice = advise(each, arms, comparisons, guardrails, p);
        String sentence = PlainWords.of(plan, arms, comparisons, guardrails, advice);
        return new Evidence(arms, comparisons, p, cuped, guardrails, advice, sentence);
    }

    private static void compare(Plan plan, Arm control, Arm treatment, Cuped cuped, List<Comparison> comparisons) {
        Measured plain = plan.measured(control.moments());
        Measured treated = plan.measured(treatment.moments());
        if (!Effect.canBeJudged(plain, treated)) {
            return;
        }
        Measured base = cuped.adjusts() ? cuped.adjust(control.moments()) : plain;
        Measured other = cuped.adjusts() ? cuped.adjust(treatment.moments()) : treated;
        if (!Effect.canBeJudged(base, other)) {
            return;
        }
        comparisons.add(new Comparison(
                treatment.name(),
                control.name(),
                Comparison.Judged.of(Effect.difference(base, other), plan, Prior.FLAT),
                base.mean() == 0 ? null : Comparison.Judged.of(Effect.lift(base, other), plan, plan.prior()),
                Comparison.Judged.of(Effect.difference(plain, treated), plan, Prior.FLAT)));
    }

    private static Advice advise(
            Plan plan, List<Arm> arms, List<Comparison> comparisons, List<Guardrail> guardrails, double p) {
        if (p < SampleRatio.BROKEN_BELOW) {
            return Advice.CHECK_ASSIGNMENT;
        }
        if (guardrails.stream().anyMatch(guardrail -> guardrail.state() == Guardrail.State.BREACHED)) {
            return Advice.STOP_FOR_HARM;
        }
        if (comparisons.stream().anyMatch(comparison -> comparison.isBetter(plan.moreIsBetter()))) {
            return Advice.STOP_FOR_EFFECT;
        }
        if (comparisons.isEmpty() || comparisons.size() < arms.size() - 1) {
            return Advice.CONTINUE;
        }
        if (comparisons.stream().allMatch(comparison -> comparison.isBetter(!plan.moreIsBetter()))) {
            return Advice.STOP_FOR_HARM;
        }
        return comparisons.stream().allMatch(comparison -> comparison.isFutile(plan))
                ? Advice.STOP_FOR_FUTILITY
                : Advice.CONTINUE;
    }
}
