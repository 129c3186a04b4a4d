package org.customervaluesquads.metricsservice.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To whom a squad's outcomes are owed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SquadAttributionView(
        String squadId,
        String outcome,
        String by,

        @Schema(description = "Of the value.") @Nullable String currency,

        Instant from,
        Instant to,

        @Schema(description = "How many days a touch can have led to an outcome.")
        double windowDays,

        @Schema(description = "Outcomes before which nobody was touched; they are in no credit.")
        long withoutTouches,

        AttributionView attribution) {}
