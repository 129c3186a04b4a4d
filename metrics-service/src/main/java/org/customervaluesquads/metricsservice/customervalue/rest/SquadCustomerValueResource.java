package org.customervaluesquads.metricsservice.customervalue.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.metricsservice.answering.Words;
import org.customervaluesquads.metricsservice.customervalue.Calibration;
import org.customervaluesquads.metricsservice.customervalue.CustomerValue;
import org.customervaluesquads.metricsservice.customervalue.Histories;
import org.customervaluesquads.metricsservice.customervalue.Horizon;
import org.customervaluesquads.metricsservice.customervalue.Occasion;
import org.customervaluesquads.metricsservice.customervalue.store.Occasions;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.squads.Begun;
import org.customervaluesquads.metricsservice.squads.store.SquadBeginnings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Answers what a squad's customers are still going to buy. */
@Path("/squads/{id}/customer-value")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SquadCustomerValueResource {

    private static final String USUALLY_SHOWN = "20";
    private static final int SHOWN_AT_MOST = 10_000;

    private final SquadBeginnings squads;
    private final LedgerSums sums;
    private final Occasions occasions;
    private final Clock clock;

    SquadCustomerValueResource(SquadBeginnings squads, LedgerSums sums, Occasions occasions, Clock clock) {
        this.squads = squads;
        this.sums = sums;
        this.occasions = occasions;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What a squad's customers are still going to buy",
            description = "BG/NBD and Gamma-Gamma, fitted to the orders in the squad's scope: expected purchases and "
                    + "spending within 90 and 365 days, of each customer and of all, now and when the squad began, with "
                    + "a calibration that was fitted to the first two thirds of the time. Times are in weeks.")
    @APIResponse(responseCode = "200", description = "What is expected, or why nothing can be said.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadCustomerValueView value(
            @PathParam("id") String squadId,
            @Parameter(description = "Of the orders, where there are several.") @QueryParam("currency") @Nullable
                    String currency,
            @Parameter(description = "The last day that counts; today.") @QueryParam("until") @Nullable String until,
            @Parameter(description = "How many customers are shown, the most valuable first.")
                    @QueryParam("customers")
                    @DefaultValue(USUALLY_SHOWN)
                    int customers) {
        int shown = (int) Words.number("customers", customers, 0, SHOWN_AT_MOST);
        Begun squad = SquadBeginnings.named(squadId, squads.all());
        LedgerMetric orders = sums.certain("order-value" + (currency == null ? "" : "/" + currency));
        LocalDate end = day(Words.moment("until", until, clock.instant()));
        LocalDate began = day(squad.formedAt());
        List<Occasion> bought = orders.currency() == null ? List.of() : occasions.in(squad.scope(), orders.currency());
        CustomerValue now = expected(end, bought);
        CustomerValue then = expected(began.isBefore(end) ? began : end, bought);
        return new SquadCustomerValueView(
                squadId,
                orders.currency(),
                end,
                CustomerValueView.of(now, Calibration.until(end.toEpochDay(), bought), shown),
                began,
                CustomerValueView.of(then, Optional.empty(), 0),
                SquadCustomerValueView.change(now, then));
    }

    private static CustomerValue expected(LocalDate until, List<Occasion> bought) {
        return CustomerValue.of(Histories.until(until.toEpochDay(), bought), Horizon.usual(Histories.DAYS_A_WEEK));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
