package org.customervaluesquads.metricsservice.experiments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.customervaluesquads.metricsservice.experiments.CycleProof;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a cycle's test has shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycleEvidenceView(
        String cycleId,
        String squadId,
        String metric,

        @Schema(description = "shown or refused.") String state,

        @Schema(description = "The answer in plain words.") String sentence,

        @Nullable String unit,

        @Schema(description = "Customers who met several variants; they are in none of them.") @Nullable
        Long setAside,

        @Schema(description = "When the newest exposure occurred.") @Nullable
        Instant asOf,

        @Nullable EvidenceView evidence) {

    static CycleEvidenceView of(SquadCycle cycle, CycleProof proof) {
        return switch (proof) {
            case CycleProof.Refused refused ->
                new CycleEvidenceView(
                        cycle.cycleId(),
                        cycle.squadId(),
                        cycle.metric(),
                        "refused",
                        "No evidence can be told: " + refused.reason() + ".",
                        null,
                        null,
                        null,
                        null);
            case CycleProof.Shown shown ->
                new CycleEvidenceView(
                        cycle.cycleId(),
                        cycle.squadId(),
                        cycle.metric(),
                        "shown",
                        shown.evidence().sentence(),
                        shown.unit(),
                        shown.setAside(),
                        shown.asOf(),
                        EvidenceView.of(shown.evidence(), shown.plan()));
        };
    }
}
