package org.customervaluesquads.squadservice.skills.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.customervaluesquads.squadservice.skills.RequiredSkills;
import org.customervaluesquads.squadservice.skills.RequiringSkills;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /value-areas/{valueArea}/skills}: what the central team asks of every squad of a value area. */
@Path("/value-areas/{valueArea}/skills")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "skills")
public class RequiredSkillsResource {

    private final SkillCatalogue catalogue;
    private final RequiringSkills requiringSkills;

    RequiredSkillsResource(SkillCatalogue catalogue, RequiringSkills requiringSkills) {
        this.catalogue = catalogue;
        this.requiringSkills = requiringSkills;
    }

    /** Shows what is asked for. */
    @GET
    @Transactional
    @Operation(summary = "Show which skills the central team asks for in a value area")
    public Response show(@PathParam("valueArea") ValueAreaName valueArea) {
        return answer(catalogue.required(valueArea.valueArea()));
    }

    /** Asks for other skills. */
    @PUT
    @Operation(
            summary = "Ask for other skills in a value area",
            description = "The list replaces the one before. What a squad has refined stays refined.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "skills", value = RequirementsRequest.EXAMPLE)))
    public Response change(
            @PathParam("valueArea") ValueAreaName valueArea,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid RequirementsRequest request) {
        var outcome = requiringSkills.require(
                valueArea.valueArea(), ExpectedVersion.required(expected), request.requirements());
        return switch (outcome) {
            case RequiringSkills.Outcome.Done(RequiredSkills required) -> answer(required);
            case RequiringSkills.Outcome.Outdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
        };
    }

    private static Response answer(RequiredSkills required) {
        return Versioned.ok(required.version(), RequiredSkillsView.of(required));
    }
}
