package org.customervaluesquads.squadservice.cycles.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CyclePlan;
import org.customervaluesquads.squadservice.cycles.Cycles;
import org.customervaluesquads.squadservice.cycles.RunningCycles;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /cycles/{id}}: show, replan, start, cancel and conclude; and who meets which variant. */
@Path("/cycles/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cycles", description = "short break-fix cycles, from hypothesis to lesson")
public class CyclesResource {

    private final Writes writes;
    private final Cycles cycles;
    private final RunningCycles runningCycles;

    CyclesResource(Writes writes, Cycles cycles, RunningCycles runningCycles) {
        this.writes = writes;
        this.cycles = cycles;
        this.runningCycles = runningCycles;
    }

    /** Shows a cycle. */
    @GET
    @Transactional
    @Operation(summary = "Show a cycle, with what the metrics say of it")
    public Response show(@PathParam("id") UUID id) {
        return CycleAnswers.shown(found(id));
    }

    /** Changes what a cycle is to be. */
    @PUT
    @Operation(summary = "Change what a cycle is to be, before it begins")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "cycle", value = CycleRequest.EXAMPLE)))
    public Response replan(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid CycleRequest request) {
        CyclePlan plan = request.checked().plan(id.toString());
        return CycleAnswers.to(runningCycles.replan(id, ExpectedVersion.required(expected), plan));
    }

    /** Cancels a cycle. */
    @DELETE
    @Operation(summary = "Cancel a cycle that has not begun", description = "It can still be read.")
    public Response cancel(
            @PathParam("id") UUID id, @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected) {
        return CycleAnswers.to(runningCycles.cancel(id, ExpectedVersion.required(expected)));
    }

    /** Starts a cycle. */
    @POST
    @Path("/start")
    @Consumes(MediaType.WILDCARD) // there is no body, and some clients name a type all the same
    @Operation(
            summary = "Start a cycle",
            description = "From now on its plan and its assignment stay. Refused when the squad's budget of failed"
                    + " cycles is used.")
    public Response start(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key) {
        return writes.answer(
                "start/" + id,
                key,
                id,
                _ -> CycleAnswers.to(runningCycles.start(id, ExpectedVersion.required(expected))));
    }

    /** Concludes a cycle. */
    @POST
    @Path("/verdict")
    @Operation(
            summary = "Conclude a running cycle with a verdict and a lesson",
            description = "What the metrics say of it by now is kept with the verdict. When they say nothing and no"
                    + " other evidence is cited, the reason for judging without is needed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "verdict", value = VerdictRequest.EXAMPLE)))
    public Response conclude(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid VerdictRequest request) {
        return writes.answer(
                "conclude/" + id,
                key,
                request,
                _ -> CycleAnswers.to(
                        runningCycles.conclude(id, ExpectedVersion.required(expected), request.toVerdict())));
    }

    /** Assigns a customer. */
    @GET
    @Path("/assignment")
    @Transactional
    @Operation(
            summary = "Show which variant a customer meets",
            description = "Always the same for one customer: the first eight bytes of the SHA-256 of salt, slash and"
                    + " customer id, as an unsigned number modulo 10,000, are the bucket; variants take buckets in"
                    + " their order, a hundred for each percent.")
    public AssignmentView assignment(
            @PathParam("id") UUID id, @QueryParam("customerId") @NotNull @PlainText(longest = 400) String customerId) {
        return AssignmentView.of(found(id), customerId);
    }

    private Cycle found(UUID id) {
        return cycles.find(id).orElseThrow(() -> CycleAnswers.noSuchCycle().asException());
    }
}
