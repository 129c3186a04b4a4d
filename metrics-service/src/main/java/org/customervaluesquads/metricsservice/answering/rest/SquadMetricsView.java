package org.customervaluesquads.metricsservice.answering.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A squad's metrics in a window. */
public record SquadMetricsView(
        String squadId,
        String grain,

        @Schema(description = "Where its days begin.", examples = "Europe/London")
        String timeZone,

        Instant from,
        Instant to,
        List<MetricValueView> metrics) {}
