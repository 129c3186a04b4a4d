package org.customervaluesquads.squadservice.playbooks.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.customervaluesquads.squadservice.playbooks.Playbook;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a squad says of its method beyond what is known of it, as it is sent. */
record PlaybookRequest(
        @NotNull @PlainText(longest = 200) String name,

        @Schema(description = "in which rhythm it works", examples = "cycles of two weeks, a review each Friday")
        @NotNull
        @PlainText(longest = 1_000)
        String cadence,

        @Schema(description = "metrics to look at, besides those of the mission and of kept cycles")
        @Nullable
        @Size(max = 50)
        List<@NotNull @Valid MetricRequest> metrics) {

    static final String EXAMPLE = """
            {"name": "Win back by calling", "cadence": "cycles of two weeks, a review each Friday",
             "metrics": [{"metric": "csat", "target": 4.2}]}""";

    List<Playbook.MetricTarget> further() {
        return requireNonNullElse(metrics, List.<MetricRequest>of()).stream()
                .map(metric -> new Playbook.MetricTarget(metric.metric(), metric.target()))
                .toList();
    }

    /** A metric and what it is to reach, as they are sent. */
    record MetricRequest(
            @NotNull @PlainText(longest = 200) String metric,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal target) {}
}
