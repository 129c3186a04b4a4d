package org.customervaluesquads.metricsservice.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customervaluesquads.metricsservice.attribution.Attribution;
import org.customervaluesquads.metricsservice.attribution.Credit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attribution. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "To whom outcomes are owed; the shares sum to one.")
public record AttributionView(
        String model,

        @Schema(description = "The answer in plain words.") String sentence,

        @Schema(description = "Outcomes with touches before them.")
        double outcomes,

        @Schema(description = "What those were worth together.")
        double value,

        @Schema(description = "Paths that came to no outcome.")
        double without,

        @Schema(description = "How likely a path leads to an outcome, by the Markov model.") @Nullable
        Double outcomeProbability,

        @Schema(description = "The most credited first.") List<CreditView> credits) {

    /** The view of an attribution. */
    public static AttributionView of(Attribution attribution) {
        return new AttributionView(
                attribution.model().word(),
                attribution.sentence(),
                attribution.outcomes(),
                attribution.value(),
                attribution.without(),
                attribution.outcomeProbability(),
                attribution.credits().stream().map(CreditView::of).toList());
    }

    /** What one player is credited with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreditView(
            String player,
            double share,
            double outcomes,
            double value,

            @Schema(description = "The share of outcomes that would be lost without it, by the Markov model.") @Nullable
            Double removalEffect) {

        static CreditView of(Credit credit) {
            return new CreditView(
                    credit.player(), credit.share(), credit.outcomes(), credit.value(), credit.removalEffect());
        }
    }
}
