package org.customervaluesquads.metricsservice.comparing.rest;

import java.time.Instant;
import java.util.List;
import org.customervaluesquads.metricsservice.answering.rest.MetricValueView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Squads beside each other, the earliest generation first. */
public record ComparisonView(
        @Schema(
                description = "How many days of each squad are looked at, from the day on which it was formed.",
                examples = "90")
        int days,

        List<SquadView> squads) {

    /** A squad, and its metrics in its own first days; each is seen beside as long a span before. */
    public record SquadView(
            String squadId,
            String name,
            String stage,
            Instant formedAt,
            @Nullable String playbookId,
            @Nullable String parentId,

            @Schema(description = "0 of a squad that was not begun from a playbook.")
            long generation,

            List<MetricValueView> metrics) {}
}
