package org.customervaluesquads.metricsservice.silos.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.metricsservice.answering.Compare;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.customervaluesquads.metricsservice.answering.rest.Questions;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.silos.store.SilosOfSquads;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Says which silos see a squad's customers. */
@Path("/squads/{id}/silos")
@Produces(MediaType.APPLICATION_JSON)
class SilosResource {

    private final Questions questions;
    private final SilosOfSquads silos;
    private final Clock clock;

    SilosResource(Questions questions, SilosOfSquads silos, Clock clock) {
        this.questions = questions;
        this.silos = silos;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Which silos see a squad's customers, and what it would lack without each",
            description = "Counts are exact up to 16,384 customers a set, estimates with bounds beyond.")
    @APIResponse(responseCode = "200", description = "The silos, and how they overlap.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SilosView silos(
            @PathParam("id") String squadId,
            @Parameter(description = "First date or moment; the first fact.", example = "2026-03-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Date or moment, excluded; the end of today.", example = "2026-04-01")
                    @QueryParam("to")
                    @Nullable
                    String to) {
        Understanding.Parameters asked =
                new Understanding.Parameters(List.of(), Grain.TOTAL.word(), from, to, Compare.NOTHING.word());
        Window window = questions.understand(squadId, asked).window();
        Squad squad = questions.squad(squadId);
        Instant now = clock.instant();
        return SilosView.from(squadId, window, silos.of(squad, window), now);
    }
}
