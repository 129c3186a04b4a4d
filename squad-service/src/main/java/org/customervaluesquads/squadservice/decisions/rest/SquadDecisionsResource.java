package org.customervaluesquads.squadservice.decisions.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Deciding;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.DecisionRights;
import org.customervaluesquads.squadservice.decisions.Decisions;
import org.customervaluesquads.squadservice.decisions.GivingRights;
import org.customervaluesquads.squadservice.decisions.RightsOutcome;
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

/** {@code /squads/{id}/decisions} and {@code /squads/{id}/decision-rights}: what a squad decides, and what it may. */
@Path("/squads/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "decisions", description = "what was decided, under which right, on what evidence, and what came of it")
public class SquadDecisionsResource {

    private final Writes writes;
    private final Squads squads;
    private final Decisions decisions;
    private final Deciding deciding;
    private final Owners owners;
    private final GivingRights givingRights;

    SquadDecisionsResource(
            Writes writes,
            Squads squads,
            Decisions decisions,
            Deciding deciding,
            Owners owners,
            GivingRights givingRights) {
        this.writes = writes;
        this.squads = squads;
        this.decisions = decisions;
        this.deciding = deciding;
        this.owners = owners;
        this.givingRights = givingRights;
    }

    /** Writes down a decision. */
    @POST
    @Path("/decisions")
    @Operation(
            summary = "Write down a decision",
            description = "Beyond the squad's rights it is a proposal, which names who must agree. Nothing is edited"
                    + " later.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "decision", value = DecisionRequest.EXAMPLE)))
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid DecisionRequest request) {
        return writes.answer(
                "decide/" + id,
                key,
                request,
                decisionId -> DecisionAnswers.created(deciding.decide(decisionId, id, owners.checked(id, request))));
    }

    /** Lists a squad's decisions. */
    @GET
    @Path("/decisions")
    @Transactional
    @Operation(summary = "List a squad's decisions, a page at a time, in the order in which they were made")
    public PageView<DecisionView> list(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        SquadAnswers.requireThere(squads.find(id));
        return page.of((after, most) -> decisions.page(id, after, most), Decision::id)
                .shown(DecisionView::of);
    }

    /** Shows a squad's decision rights. */
    @GET
    @Path("/decision-rights")
    @Transactional
    @Operation(summary = "Show what a squad may decide alone")
    public Response rights(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return answer(givingRights.of(id));
    }

    /** Gives a squad decision rights. */
    @PUT
    @Path("/decision-rights")
    @Operation(
            summary = "Say what a squad may decide alone, and up to which spend",
            description = "Holds for decisions to come. The version is 0 until it is said.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rights", value = RightsRequest.EXAMPLE)))
    public Response giveRights(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid RightsRequest request) {
        var outcome =
                givingRights.give(id, ExpectedVersion.required(expected), request.toRights(), request.otherwise());
        return switch (outcome) {
            case RightsOutcome.Given(DecisionRights rights) -> answer(rights);
            case RightsOutcome.ForNobody() -> SquadAnswers.noSuchSquad().asResponse();
            case RightsOutcome.TooLate() -> SquadAnswers.disbanded().asResponse();
            case RightsOutcome.RightsOutdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
        };
    }

    private static Response answer(DecisionRights rights) {
        return Versioned.ok(rights.version(), rights);
    }
}
