package org.customervaluesquads.squadservice.formations.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.FormationOutcome;
import org.customervaluesquads.squadservice.formations.ProposingSquads;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /formations}: squads that could be formed. */
@Path("/formations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "formations", description = "squads that could be formed for a mission")
public class FormationsResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final ProposingSquads proposingSquads;
    private final SkillCatalogue catalogue;
    private final Clock clock;

    FormationsResource(ProposingSquads proposingSquads, SkillCatalogue catalogue, Clock clock) {
        this.proposingSquads = proposingSquads;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Proposes squads. */
    @POST
    @Operation(
            summary = "Propose squads for a mission",
            description =
                    "Each has the fewest gaps in the skills asked for, then the most departments, then the fewest "
                            + "people, of those who have the time; with reasons, and what remains uncovered. Nothing is kept: "
                            + "the same request gives the same answer while people and squads stay as they are.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "formation", value = FormationRequest.EXAMPLE)))
    public Response propose(@NotNull @Valid FormationRequest request) {
        var central = catalogue.required(request.mission().valueArea()).requirements();
        Brief brief = request.brief(central, LocalDate.now(clock));
        long seed = request.wantedSeed();
        int wanted = request.wantedAlternatives();
        return switch (proposingSquads.propose(brief, wanted, seed)) {
            case FormationOutcome.Proposed proposed ->
                Response.ok(FormationView.of(brief, seed, wanted, proposed)).build();
            case FormationOutcome.TooFewPeople tooFew ->
                Response.ok(FormationView.of(brief, seed, tooFew)).build();
            case FormationOutcome.Busy() ->
                Response.fromResponse(Problem.of(503, "Too many proposals are being searched: ask again soon.")
                                .asResponse())
                        .header("Retry-After", RETRY_AFTER_SECONDS)
                        .build();
        };
    }
}
