package org.customervaluesquads.metricsservice.transfer.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.answering.Words;
import org.customervaluesquads.metricsservice.experiments.store.Families;
import org.customervaluesquads.metricsservice.impact.Impact;
import org.customervaluesquads.metricsservice.impact.Unit;
import org.customervaluesquads.metricsservice.impact.store.Panels;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.squads.Begun;
import org.customervaluesquads.metricsservice.squads.store.SquadBeginnings;
import org.customervaluesquads.metricsservice.transfer.Transfer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Answers whether a playbook's effect carries over. */
@Path("/playbooks/{id}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TransferResource {

    private static final long SEED = 1;

    private final SquadBeginnings squads;
    private final Families families;
    private final LedgerSums sums;
    private final Panels panels;
    private final Clock clock;

    TransferResource(SquadBeginnings squads, Families families, LedgerSums sums, Panels panels, Clock clock) {
        this.squads = squads;
        this.families = families;
        this.sums = sums;
        this.panels = panels;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Whether a playbook's effect carries over",
            description =
                    "The impact of the squad whose playbook it is, of those that began from it, and of those that "
                            + "began from theirs, as lifts, by generation. Squads of whom no impact can be told are named with "
                            + "the reason.")
    @APIResponse(responseCode = "200", description = "Effects by generation.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no squad has begun from such a playbook.")
    public TransferView transfer(
            @PathParam("id") String playbookId,
            @Parameter(description = "A sum over outcomes, such as revenue/GBP or orders.")
                    @QueryParam("metric")
                    @DefaultValue("revenue")
                    String metric,
            @Parameter(description = "region, segment or account.") @QueryParam("unit") @DefaultValue("region")
                    String unit) {
        Unit by = Words.oneOf("unit", unit, Unit.values(), Unit::word);
        List<Families.Kin> family = families.of(playbookId);
        if (family.isEmpty()) {
            throw new NotFoundException();
        }
        LedgerMetric asked = sums.certain(metric);
        Map<String, Begun> all = squads.all();
        List<Transfer.Effect> effects = new ArrayList<>();
        List<TransferView.UntoldView> untold = new ArrayList<>();
        for (Families.Kin kin : family) {
            Begun squad = all.get(kin.squadId());
            Impact impact =
                    squad == null ? new Impact.Refused("the squad is not known here") : impact(by, asked, squad, all);
            switch (impact) {
                case Impact.Refused refused -> untold.add(new TransferView.UntoldView(kin.squadId(), refused.reason()));
                case Impact.Found found -> tell(kin, found.main(), effects, untold);
            }
        }
        return TransferView.of(playbookId, asked, Transfer.of(effects), untold);
    }

    private Impact impact(Unit by, LedgerMetric metric, Begun squad, Map<String, Begun> all) {
        Instant began = squad.formedAt().truncatedTo(ChronoUnit.HOURS);
        return Impact.of(panels.of(by, metric, squad, all, began, clock.instant()), SEED);
    }

    /** The lift's standard error is the effect's in proportion. */
    private static void tell(
            Families.Kin kin,
            Impact.Estimate estimate,
            List<Transfer.Effect> effects,
            List<TransferView.UntoldView> untold) {
        double base = estimate.effect() / estimate.lift();
        double error = Math.abs(estimate.standardError() / base);
        if (Double.isFinite(estimate.lift()) && Double.isFinite(error) && error > 0) {
            effects.add(new Transfer.Effect(kin.squadId(), kin.generation(), estimate.lift(), error));
        } else {
            untold.add(new TransferView.UntoldView(kin.squadId(), "there would have been nothing to compare it with"));
        }
    }
}
