package org.customervaluesquads.squadservice.stages.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.stages.ExaminingSquads;
import org.customervaluesquads.squadservice.stages.MovingSquads;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/health} and {@code /squads/{id}/stage}: how a squad is, and how far it has come. */
@Path("/squads/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stages", description = "how far a squad has come, how it is, and by which rules that is judged")
public class StagesResource {

    private final Writes writes;
    private final ExaminingSquads examiningSquads;
    private final MovingSquads movingSquads;

    StagesResource(Writes writes, ExaminingSquads examiningSquads, MovingSquads movingSquads) {
        this.writes = writes;
        this.examiningSquads = examiningSquads;
        this.movingSquads = movingSquads;
    }

    /** Shows how a squad is. */
    @GET
    @Path("/health")
    @Operation(
            summary = "Show how a squad is",
            description = "Each broken rule with its severity, its numbers and what would mend it. Of people, those who"
                    + " are in the squad today count.")
    public HealthView health(@PathParam("id") UUID id) {
        return examiningSquads
                .examine(id)
                .map(HealthView::of)
                .orElseThrow(() -> SquadAnswers.noSuchSquad().asException());
    }

    /** Shows how far a squad has come. */
    @GET
    @Path("/stage")
    @Operation(
            summary = "Show a squad's stage and what hinders the next",
            description = "From forming by way of piloting and proven to scaling; the rules say what each step takes.")
    public Response stage(@PathParam("id") UUID id) {
        return examiningSquads
                .outlook(id)
                .map(outlook -> Versioned.ok(outlook.squad().version(), StageView.of(outlook)))
                .orElseThrow(() -> SquadAnswers.noSuchSquad().asException());
    }

    /** Has a squad reach its next stage. */
    @POST
    @Path("/stage")
    @Operation(
            summary = "Have a squad reach its next stage",
            description = "The answer names each rule and its reason. Refused, with the rules that are broken and what"
                    + " would mend them, when one that matters is. The end of a squad is DELETE /squads/{id}.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "stage", value = StageRequest.EXAMPLE)))
    public Response reach(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid StageRequest request) {
        return writes.answer(
                "reach/" + id,
                key,
                request,
                _ -> reached(movingSquads.move(id, ExpectedVersion.required(expected), request.stage())));
    }

    private Response reached(SquadOutcome outcome) {
        return switch (outcome) {
            case SquadOutcome.Done(Squad squad, boolean joined) ->
                Versioned.ok(
                        squad.version(),
                        ReachedView.of(
                                squad, examiningSquads.examine(squad.id()).orElseThrow()));
            case SquadOutcome.Refused refused -> SquadAnswers.problem(refused).asResponse();
        };
    }
}
