package org.customervaluesquads.metricsservice.impact.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The impact of a squad. */
public record SquadImpactView(
        String squadId,
        String metric,

        @Schema(description = "The metric's unit; effects are in it, a unit and week.")
        String metricUnit,

        @Schema(description = "region, segment or account.") String unit,

        @Schema(description = "From when on there can have been an impact.")
        Instant from,

        ImpactView impact) {}
