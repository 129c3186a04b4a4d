package org.customervaluesquads.metricsservice.impact.rest;

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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.customervaluesquads.metricsservice.answering.Words;
import org.customervaluesquads.metricsservice.impact.Impact;
import org.customervaluesquads.metricsservice.impact.Panel;
import org.customervaluesquads.metricsservice.impact.Unit;
import org.customervaluesquads.metricsservice.impact.store.Panels;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.squads.Begun;
import org.customervaluesquads.metricsservice.squads.store.SquadBeginnings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Answers whether a squad has moved its outcome. */
@Path("/squads/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SquadImpactResource {

    private static final long SEED = 1;

    private final SquadBeginnings squads;
    private final LedgerSums sums;
    private final Panels panels;
    private final Clock clock;

    SquadImpactResource(SquadBeginnings squads, LedgerSums sums, Panels panels, Clock clock) {
        this.squads = squads;
        this.sums = sums;
        this.panels = panels;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Whether a squad has moved its outcome",
            description =
                    "Synthetic difference-in-differences over weeks: the units in the squad's scope beside those "
                            + "outside of every squad's scope. Refused, with the reason, where there are too few units or weeks.")
    @APIResponse(responseCode = "200", description = "The impact, or why none can be told.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadImpactView impact(
            @PathParam("id") String squadId,
            @Parameter(description = "A sum over outcomes, such as revenue/GBP or orders.")
                    @QueryParam("metric")
                    @DefaultValue("revenue")
                    String metric,
            @Parameter(description = "region, segment or account.") @QueryParam("unit") @DefaultValue("region")
                    String unit,
            @Parameter(description = "From when on there can have been an impact; when the squad was formed.")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Until when it is looked at; now.") @QueryParam("to") @Nullable String to) {
        Unit by = Words.oneOf("unit", unit, Unit.values(), Unit::word);
        Map<String, Begun> all = squads.all();
        Begun squad = SquadBeginnings.named(squadId, all);
        LedgerMetric asked = sums.certain(metric);
        Instant began = Words.moment("from", from, squad.formedAt().truncatedTo(ChronoUnit.HOURS));
        Instant now = Words.moment("to", to, clock.instant().truncatedTo(ChronoUnit.HOURS));
        Panel panel = panels.of(by, asked, squad, all, began, now);
        return new SquadImpactView(
                squadId, asked.name(), asked.unit(), by.word(), began, ImpactView.of(Impact.of(panel, SEED)));
    }
}
