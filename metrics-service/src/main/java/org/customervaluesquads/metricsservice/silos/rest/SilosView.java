package org.customervaluesquads.metricsservice.silos.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.customers.Estimate;
import org.customervaluesquads.metricsservice.silos.SiloShare;
import org.customervaluesquads.metricsservice.silos.store.SilosOfSquads.Known;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which silos see a squad's customers. */
public record SilosView(
        String squadId,
        Instant from,
        Instant to,
        List<SiloView> silos,

        @Schema(
                description =
                        "Each customer is in one part: that of all silos that see it. Of the eight largest silos.")
        List<PartView> overlap) {

    /** A silo, whom it sees, and what the squad's metrics would be without it. */
    public record SiloView(
            @Schema(examples = "service") String silo,
            EstimateView customers,
            Instant asOf,
            long ageSeconds,
            List<SiloShare.Lacking> lacking) {}

    /** The customers whom exactly these silos see. */
    public record PartView(
            @Schema(examples = "[\"sales\", \"service\"]") List<String> silos, EstimateView customers) {}

    /** A number, with the bounds of 95 % where the sets are too large to be exact. */
    public record EstimateView(BigDecimal value, BigDecimal lower, BigDecimal upper) {

        static EstimateView from(Estimate estimate) {
            return new EstimateView(estimate.value(), estimate.lower(), estimate.upper());
        }
    }

    static SilosView from(String squadId, Window window, Known known, Instant now) {
        return new SilosView(
                squadId,
                window.start(),
                window.end(),
                known.silos().stream()
                        .map(silo -> new SiloView(
                                silo.name(),
                                EstimateView.from(silo.customers()),
                                silo.newestAt(),
                                Duration.between(silo.newestAt(), now).toSeconds(),
                                silo.lacking()))
                        .toList(),
                known.overlap().stream()
                        .map(part -> new PartView(part.silos(), EstimateView.from(part.customers())))
                        .toList());
    }
}
