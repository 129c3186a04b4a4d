package org.customervaluesquads.metricsservice.experiments.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;
import org.customervaluesquads.metricsservice.experiments.store.CycleProofs;
import org.customervaluesquads.metricsservice.experiments.store.SquadCycles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Answers what a cycle's test has shown. */
@Path("/cycles/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CycleEvidenceResource {

    private final SquadCycles cycles;
    private final CycleProofs proofs;

    CycleEvidenceResource(SquadCycles cycles, CycleProofs proofs) {
        this.cycles = cycles;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            summary = "What a cycle's test has shown",
            description =
                    "Of the customers in signals experiment.exposed (properties cycleId and variant), each by the first "
                            + "exposure, what they did since, beside what they did in the 30 days before. Safe to look at as "
                            + "often as one likes. Published to cycle-evidence when it changes.")
    @APIResponse(responseCode = "200", description = "The evidence, or why there is none.")
    @APIResponse(responseCode = "404", description = "A problem: no such cycle.")
    public CycleEvidenceView evidence(@PathParam("id") String cycleId) {
        SquadCycle cycle = cycles.named(cycleId).orElseThrow(NotFoundException::new);
        return CycleEvidenceView.of(cycle, proofs.of(cycle));
    }
}
