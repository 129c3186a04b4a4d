package org.customervaluesquads.squadservice.squads.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.squads.ChangingSquads;
import org.customervaluesquads.squadservice.squads.FormingSquads;
import org.customervaluesquads.squadservice.squads.PastSquads;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads}: form, list, show, change and disband. */
@Path("/squads")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "squads", description = "teams with one mission for one part of the customers")
public class SquadsResource {

    private final Writes writes;
    private final FormingSquads formingSquads;
    private final ChangingSquads changingSquads;
    private final Squads squads;
    private final PastSquads pastSquads;
    private final SquadViews views;
    private final SquadAnswers answers;

    SquadsResource(
            Writes writes,
            FormingSquads formingSquads,
            ChangingSquads changingSquads,
            Squads squads,
            PastSquads pastSquads,
            SquadViews views,
            SquadAnswers answers) {
        this.writes = writes;
        this.formingSquads = formingSquads;
        this.changingSquads = changingSquads;
        this.squads = squads;
        this.pastSquads = pastSquads;
        this.views = views;
        this.answers = answers;
    }

    /** Forms a squad. */
    @POST
    @Operation(summary = "Form a squad", description = "It begins without people.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "squad", value = SquadRequest.EXAMPLE)))
    public Response form(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key, @NotNull @Valid SquadRequest request) {
        return writes.answer(
                "form-squad", key, request, id -> answers.created(formingSquads.form(id, request.charter())));
    }

    /** Lists squads. */
    @GET
    @Transactional
    @Operation(summary = "List squads, a page at a time, in the order in which they were formed")
    public PageView<SquadView> list(@QueryParam("stage") @Nullable StageFilter stage, @BeanParam PageQuery page) {
        return page.of((after, most) -> views.of(squads.page(StageFilter.stageOf(stage), after, most)), SquadView::id);
    }

    /** Shows a squad. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Show a squad",
            description = "With asOf, as it was known at that moment: charter, stage, people and what they give, with"
                    + " the names, departments and cost rates that were known then.")
    public Response show(@PathParam("id") UUID id, @QueryParam("asOf") @Nullable AsOf asOf) {
        if (asOf != null) {
            return answers.was(pastSquads.asOf(asOf.moment(), id), asOf);
        }
        return answers.shown(SquadAnswers.requireThere(squads.find(id)));
    }

    /** Changes a squad's charter. */
    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Give a squad another name, mission or scope",
            description = "The stage and the people stay. A scope that is left out is one without limits.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "squad", value = SquadRequest.EXAMPLE)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid SquadRequest request) {
        return answers.to(changingSquads.recharter(id, ExpectedVersion.required(expected), request.charter()));
    }

    /** Disbands a squad. */
    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Disband a squad",
            description = "Its people are free from today on. It can still be read, but not changed any more.")
    public Response disband(
            @PathParam("id") UUID id, @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected) {
        return answers.to(changingSquads.disband(id, ExpectedVersion.required(expected)));
    }
}
