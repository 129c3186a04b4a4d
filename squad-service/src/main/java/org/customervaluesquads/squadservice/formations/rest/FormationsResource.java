package org.customervaluesquads.squadservice.formations.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.formations.Commission;
import org.customervaluesquads.squadservice.formations.Formation;
import org.customervaluesquads.squadservice.formations.FormationOutcome;
import org.customervaluesquads.squadservice.formations.Formations;
import org.customervaluesquads.squadservice.formations.FormingAsProposed;
import org.customervaluesquads.squadservice.formations.KeepingProposals;
import org.customervaluesquads.squadservice.formations.ProposingSquads;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /formations}: squads that could be formed, and squads formed of them. */
@Path("/formations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "formations", description = "squads that could be formed for a mission, and squads formed of them")
public class FormationsResource {

    private static final String PROPOSE = "propose-squads";

    private final Writes writes;
    private final ProposingSquads proposingSquads;
    private final KeepingProposals keepingProposals;
    private final FormingAsProposed formingAsProposed;
    private final FormationAnswers answers;
    private final Formations formations;
    private final SkillCatalogue catalogue;
    private final Clock clock;

    FormationsResource(
            Writes writes,
            ProposingSquads proposingSquads,
            KeepingProposals keepingProposals,
            FormingAsProposed formingAsProposed,
            FormationAnswers answers,
            Formations formations,
            SkillCatalogue catalogue,
            Clock clock) {
        this.writes = writes;
        this.proposingSquads = proposingSquads;
        this.keepingProposals = keepingProposals;
        this.formingAsProposed = formingAsProposed;
        this.answers = answers;
        this.formations = formations;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Proposes squads. */
    @POST
    @Operation(
            summary = "Propose squads for a mission",
            description =
                    "Each has the fewest gaps in the skills asked for, then the most departments, then the fewest "
                            + "people, of those who have the time; with reasons, and what remains uncovered. The same "
                            + "request gets the same proposals while people and squads stay as they are. They are kept, "
                            + "and hold nobody's time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "formation", value = FormationRequest.EXAMPLE)))
    public Response propose(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid FormationRequest request) {
        return writes.before(PROPOSE, key, request).orElseGet(() -> search(key, request));
    }

    /** The search takes its time, and is over before a transaction begins. */
    private Response search(@Nullable IdempotencyKey key, FormationRequest request) {
        var central = catalogue.required(request.mission().valueArea()).requirements();
        Commission commission = request.commission(central, LocalDate.now(clock));
        FormationOutcome outcome = proposingSquads.propose(commission);
        return outcome instanceof FormationOutcome.Proposed proposed
                ? writes.answer(PROPOSE, key, request, id -> {
                    Formation formation = keepingProposals.keep(id, commission, proposed);
                    return Response.created(URI.create("/formations/" + id))
                            .entity(FormationView.of(formation))
                            .build();
                })
                : FormationAnswers.busy();
    }

    /** Lists proposals. */
    @GET
    @Transactional
    @Operation(summary = "List what was proposed, a page at a time, in the order of proposing")
    public PageView<FormationView> list(@BeanParam PageQuery page) {
        return page.of(formations::page, Formation::id).shown(FormationView::of);
    }

    /** Shows proposals. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show what was proposed, and which squads were formed of it")
    public FormationView show(@PathParam("id") UUID id) {
        return formations
                .find(id)
                .map(FormationView::of)
                .orElseThrow(() -> FormationAnswers.nothing().asException());
    }

    /** Forms a squad of a proposal. */
    @POST
    @Path("/{id}/proposals/{n}/squad")
    @Operation(
            summary = "Form a squad as it was proposed",
            description = "With its mission, its people from the day for which it was proposed, or today if that is"
                    + " over, and the skills asked for. Refused, with who it is, when somebody has not the time any"
                    + " more.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "squad", value = FoundingRequest.EXAMPLE)))
    public Response form(
            @PathParam("id") UUID id,
            @PathParam("n") int number,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid FoundingRequest request) {
        return writes.answer(
                "form-as-proposed/" + id + "/" + number,
                key,
                request,
                squadId -> answers.created(formingAsProposed.form(squadId, id, number, request.founding())));
    }
}
