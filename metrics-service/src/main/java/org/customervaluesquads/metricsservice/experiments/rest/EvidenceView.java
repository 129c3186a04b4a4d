package org.customervaluesquads.metricsservice.experiments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customervaluesquads.metricsservice.experiments.Arm;
import org.customervaluesquads.metricsservice.experiments.Comparison;
import org.customervaluesquads.metricsservice.experiments.Evidence;
import org.customervaluesquads.metricsservice.experiments.Guardrail;
import org.customervaluesquads.metricsservice.experiments.Plan;
import org.customervaluesquads.metricsservice.experiments.Reading;
import org.customervaluesquads.metricsservice.statistics.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a test has shown up to now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The evidence of a test, in all its readings.")
public record EvidenceView(
        @Schema(description = "continue, stop-for-effect, stop-for-harm, stop-for-futility or check-assignment.")
        String advice,

        @Schema(description = "The answer in plain words.") String sentence,

        List<VariantView> variants,

        @Schema(description = "Each other variant beside the first one.")
        List<ComparisonView> comparisons,

        @Schema(description = "How likely shares as uneven as these are by chance; below 0.001 assignment is broken.")
        double sampleRatioP,

        @Schema(description = "Units of the metric for one unit of before (CUPED); 0 where nothing was known.")
        double cupedTheta,

        List<GuardrailView> guardrails) {

    /** The view of evidence. */
    public static EvidenceView of(Evidence evidence, Plan plan) {
        return new EvidenceView(
                evidence.advice().word(),
                evidence.sentence(),
                evidence.arms().stream().map(VariantView::of).toList(),
                evidence.comparisons().stream()
                        .map(comparison -> ComparisonView.of(comparison, plan))
                        .toList(),
                evidence.sampleRatioP(),
                evidence.cuped().theta(),
                evidence.guardrails().stream().map(GuardrailView::of).toList());
    }

    /** One variant. */
    public record VariantView(String variant, long customers, double mean, double variance) {
        static VariantView of(Arm arm) {
            return new VariantView(
                    arm.name(),
                    arm.moments().n(),
                    arm.moments().measured().mean(),
                    arm.moments().measured().variance());
        }
    }

    /** One variant beside another. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComparisonView(
            String variant,
            String against,

            @Schema(description = "In the metric's unit a customer, adjusted by CUPED.")
            EffectView difference,

            @Schema(description = "As a ratio of the other variant.") @Nullable
            EffectView lift,

            @Schema(description = "The difference without the adjustment.")
            EffectView unadjusted) {

        static ComparisonView of(Comparison comparison, Plan plan) {
            return new ComparisonView(
                    comparison.variant(),
                    comparison.against(),
                    EffectView.of(comparison.difference(), plan),
                    comparison.lift() == null ? null : EffectView.of(comparison.lift(), plan),
                    EffectView.of(comparison.alone(), plan));
        }
    }

    /** An effect in three readings. */
    public record EffectView(
            double estimate,
            double standardError,

            @Schema(description = "The confidence sequence: holds however often one looks.")
            ReadingView atEveryLook,

            @Schema(description = "Welch's t-test: holds for one look at a number of customers fixed beforehand.")
            ReadingView atFixedHorizon,

            BayesView bayesian) {

        static EffectView of(Comparison.Judged judged, Plan plan) {
            return new EffectView(
                    judged.effect().estimate(),
                    judged.effect().standardError(),
                    ReadingView.of(judged.atEveryLook()),
                    ReadingView.of(judged.atFixedHorizon()),
                    new BayesView(
                            judged.posterior().mean(),
                            Shown.Ends.of(judged.posterior().interval(plan.alpha())),
                            judged.posterior().chanceToWin(),
                            judged.posterior().riskOfTreatment()));
        }
    }

    /** An interval and the p-value that belongs to it. */
    public record ReadingView(Shown.Ends interval, double p) {
        static ReadingView of(Reading reading) {
            return new ReadingView(Shown.Ends.of(reading.interval()), reading.p());
        }
    }

    /** What is held after the test. */
    public record BayesView(
            double mean,
            Shown.Ends interval,

            @Schema(description = "How likely the variant is the better one, where more is better.")
            double chanceToWin,

            @Schema(description = "What is lost on average by choosing it where it is the worse one.")
            double risk) {}

    /** A metric that must not become worse. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GuardrailView(
            String metric, String state, @Nullable Double value) {
        static GuardrailView of(Guardrail guardrail) {
            return new GuardrailView(guardrail.metric(), guardrail.state().word(), guardrail.value());
        }
    }
}
