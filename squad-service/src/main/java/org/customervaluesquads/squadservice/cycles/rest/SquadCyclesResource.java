package org.customervaluesquads.squadservice.cycles.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.customervaluesquads.squadservice.cycles.BudgetOutcome;
import org.customervaluesquads.squadservice.cycles.BudgetReading;
import org.customervaluesquads.squadservice.cycles.BudgetingFailure;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.Cycles;
import org.customervaluesquads.squadservice.cycles.RunningCycles;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/cycles} and {@code /squads/{id}/failure-budget}: what a squad tries, and how much may fail. */
@Path("/squads/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cycles", description = "short break-fix cycles, from hypothesis to lesson")
public class SquadCyclesResource {

    private final Writes writes;
    private final Squads squads;
    private final Cycles cycles;
    private final RunningCycles runningCycles;
    private final BudgetingFailure budgetingFailure;

    SquadCyclesResource(
            Writes writes,
            Squads squads,
            Cycles cycles,
            RunningCycles runningCycles,
            BudgetingFailure budgetingFailure) {
        this.writes = writes;
        this.squads = squads;
        this.cycles = cycles;
        this.runningCycles = runningCycles;
        this.budgetingFailure = budgetingFailure;
    }

    /** Plans a cycle. */
    @POST
    @Path("/cycles")
    @Operation(summary = "Plan a cycle")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "cycle", value = CycleRequest.EXAMPLE)))
    public Response plan(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid CycleRequest request) {
        CycleRequest checked = request.checked();
        return writes.answer("plan-cycle/" + id, key, request, cycleId -> {
            SquadAnswers.requireAtWork(squads.hold(id));
            Cycle cycle = runningCycles.plan(cycleId, id, checked.plan(cycleId.toString()));
            return Versioned.created("/cycles/" + cycleId, cycle.version(), cycle);
        });
    }

    /** Lists a squad's cycles. */
    @GET
    @Path("/cycles")
    @Transactional
    @Operation(summary = "List a squad's cycles, a page at a time, in the order in which they were planned")
    public PageView<Cycle> list(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable CycleStateFilter state,
            @BeanParam PageQuery page) {
        SquadAnswers.requireThere(squads.find(id));
        return page.of((after, most) -> cycles.page(id, CycleStateFilter.stateOf(state), after, most), Cycle::id);
    }

    /** Shows a squad's failure budget. */
    @GET
    @Path("/failure-budget")
    @Transactional
    @Operation(summary = "Show how much of a squad's budget of failed cycles is used")
    public Response budget(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return answer(budgetingFailure.read(id));
    }

    /** Sets a squad's failure budget. */
    @PUT
    @Path("/failure-budget")
    @Operation(
            summary = "Set how many cycles of a squad may fail, within how many days",
            description = "When they are used, no further cycle can be started. The version is 0 until it is set.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "budget", value = BudgetRequest.EXAMPLE)))
    public Response setBudget(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid BudgetRequest request) {
        var outcome =
                budgetingFailure.set(id, ExpectedVersion.required(expected), request.mostFailed(), request.days());
        return switch (outcome) {
            case BudgetOutcome.Set(BudgetReading reading) -> answer(reading);
            case BudgetOutcome.SquadUnknown() -> SquadAnswers.noSuchSquad().asResponse();
            case BudgetOutcome.SquadOver() -> SquadAnswers.disbanded().asResponse();
            case BudgetOutcome.BudgetOutdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
        };
    }

    private static Response answer(BudgetReading reading) {
        return Versioned.ok(reading.budget().version(), BudgetView.of(reading));
    }
}
