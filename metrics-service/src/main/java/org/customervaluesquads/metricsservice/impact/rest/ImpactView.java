package org.customervaluesquads.metricsservice.impact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.impact.Impact;
import org.customervaluesquads.metricsservice.impact.Panel;
import org.customervaluesquads.metricsservice.statistics.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An impact, or why none can be told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What was found, in the outcome's unit, or the reason why nothing can be said.")
public record ImpactView(
        @Schema(description = "found or refused.") String state,

        @Schema(description = "The answer in plain words.") String sentence,

        @Schema(description = "By synthetic difference-in-differences.") @Nullable
        EstimateView estimate,

        @Schema(description = "By synthetic control and by difference-in-differences.") @Nullable
        List<EstimateView> beside,

        @Nullable List<String> treatedUnits,
        @Nullable Integer untreatedUnits,
        @Nullable Integer periodsBefore,
        @Nullable Integer periodsAfter,

        @Schema(description = "The treated units and their counterfactual in each period.") @Nullable
        List<CourseView> course) {

    /** The view of an impact. */
    public static ImpactView of(Impact impact) {
        return switch (impact) {
            case Impact.Refused refused ->
                new ImpactView(
                        "refused",
                        "No impact can be told: " + refused.reason() + ".",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Impact.Found found -> of(found);
        };
    }

    private static ImpactView of(Impact.Found found) {
        Panel panel = found.main().counterfactual().panel();
        return new ImpactView(
                "found",
                found.sentence(),
                EstimateView.of(found.main()),
                found.beside().stream().map(EstimateView::of).toList(),
                panel.treatedUnits(),
                panel.untreated(),
                panel.before(),
                panel.after(),
                course(found.main(), panel));
    }

    /** The counterfactual at the treated units' level: the weighted gap before is taken out of it. */
    private static List<CourseView> course(Impact.Estimate main, Panel panel) {
        double[] treated = panel.treatedMean();
        double[] gap = main.counterfactual().gap();
        double[] weights = main.counterfactual().periodWeights();
        double level = IntStream.range(0, weights.length)
                .mapToDouble(period -> weights[period] * gap[period])
                .sum();
        return IntStream.range(0, treated.length)
                .mapToObj(period -> new CourseView(
                        panel.periods().get(period), treated[period], treated[period] - gap[period] + level))
                .toList();
    }

    /** One period. */
    public record CourseView(String period, double treated, double without) {}

    /** What one method found. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record EstimateView(
            String method,

            @Schema(description = "On average a treated unit and period.")
            double effect,

            @Schema(description = "The effect as a ratio of what would have been.") @Nullable
            Double lift,

            @Schema(description = "The effects that are not rarer than 5 % among other sets of units.")
            Shown.Ends interval,

            @Schema(description = "The share of sets of units, this one among them, that show as much.")
            double p,

            @Schema(description = "By placebos among the untreated units.")
            double standardError,

            @Schema(description = "1.96 standard errors to each side.")
            Shown.Ends normalInterval,

            @Schema(description = "How far units and counterfactual are apart before: the root of the mean square.")
            double distanceBefore,

            @Schema(description = "By unit, the greatest first.")
            Map<String, Double> unitWeights,

            @Schema(description = "By period before.") Map<String, Double> periodWeights) {

        static EstimateView of(Impact.Estimate estimate) {
            return new EstimateView(
                    estimate.counterfactual().method().word(),
                    estimate.effect(),
                    Shown.number(estimate.lift()),
                    Shown.Ends.of(estimate.interval()),
                    estimate.p(),
                    estimate.standardError(),
                    Shown.Ends.of(estimate.normalInterval()),
                    estimate.distanceBefore(),
                    estimate.unitWeights(),
                    estimate.periodWeights());
        }
    }
}
