package org.customervaluesquads.metricsservice.experiments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.statistics.Interval;

/** Evidence in plain words. */
final class PlainWords {

    private static final double PERCENT = 100;

    private PlainWords() {}

    static String of(
            Plan plan, List<Arm> arms, List<Comparison> comparisons, List<Guardrail> guardrails, Advice advice) {
        StringBuilder words = new StringBuilder();
        if (advice == Advice.CHECK_ASSIGNMENT) {
            words.append("The variants have ")
                    .append(arms.stream()
                            .map(arm -> arm.name() + " " + arm.moments().n())
                            .collect(Collectors.joining(", ")))
                    .append(" customers, which is not how they were to be spread. ");
        }
        comparisons.forEach(comparison -> words.append(compared(plan, arms, comparison)));
        if (comparisons.isEmpty()) {
            words.append("There are too few customers, or no differences among them, to compare the variants. ");
        }
        guardrails.stream()
                .filter(guardrail -> guardrail.state() == Guardrail.State.BREACHED)
                .forEach(guardrail -> words.append("The guardrail on ")
                        .append(guardrail.metric())
                        .append(" is broken. "));
        return words.append("Advice: ").append(advice.plainly()).append('.').toString();
    }

    private static String compared(Plan plan, List<Arm> arms, Comparison comparison) {
        double effect = comparison.difference().effect().estimate();
        Interval interval = comparison.difference().atEveryLook().interval();
        boolean better = effect > 0 == plan.moreIsBetter();
        String settled = comparison.difference().atEveryLook().showsAnEffect()
                ? "so it is really " + (better ? "better" : "worse")
                : "so it may as well be nothing";
        String found = String.format(
                Locale.ROOT,
                "Customers of %s (%d) show %s %s each than those of %s (%d)%s; ",
                comparison.variant(),
                customers(arms, comparison.variant()),
                number(Math.abs(effect)),
                effect < 0 ? "less" : "more",
                comparison.against(),
                customers(arms, comparison.against()),
                lift(comparison));
        return Double.isInfinite(interval.lower())
                ? found + "there are too few of them to say whether that is chance. "
                : found
                        + String.format(
                                Locale.ROOT,
                                "the true difference is between %s and %s, however often one looks (%s %% confidence), %s. ",
                                number(interval.lower()),
                                number(interval.upper()),
                                number(PERCENT * (1 - plan.alpha())),
                                settled);
    }

    private static long customers(List<Arm> arms, String name) {
        return arms.stream()
                .filter(arm -> arm.name().equals(name))
                .mapToLong(arm -> arm.moments().n())
                .sum();
    }

    private static String lift(Comparison comparison) {
        Comparison.Judged lift = comparison.lift();
        return lift == null
                ? ""
                : String.format(
                        Locale.ROOT, ", %+.1f %%", PERCENT * lift.effect().estimate());
    }

    private static String number(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(3))
                .toPlainString();
    }
}
