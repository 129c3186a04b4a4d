package org.customervaluesquads.squadservice.squads.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.JoiningSquads;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/members}: join, change and leave; the answer is the squad. */
@Path("/squads/{id}/members/{personId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members", description = "who is in which squad, in which role and with how much of their time")
public class MembersResource {

    private final JoiningSquads joiningSquads;
    private final SquadAnswers answers;

    MembersResource(JoiningSquads joiningSquads, SquadAnswers answers) {
        this.joiningSquads = joiningSquads;
        this.answers = answers;
    }

    /** Has a person in a squad as wished. */
    @PUT
    @Operation(
            summary = "Have a person join a squad, or change how they are in it",
            description =
                    "From the named day on. What was known of this person in this squad for that day and later is "
                            + "replaced, earlier days stay. Refused when the person would be above 100 % over all squads on any "
                            + "day. If-Match names the squad's version, which rises.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "member", value = MembershipRequest.EXAMPLE)))
    public Response join(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid MembershipRequest request) {
        return answers.to(joiningSquads.join(id, ExpectedVersion.required(expected), request.wish(personId)));
    }

    /** Has a person leave a squad. */
    @DELETE
    @Operation(
            summary = "Have a person leave a squad",
            description = "From today on. If-Match names the squad's version, which rises.")
    public Response leave(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected) {
        return answers.to(joiningSquads.leave(id, ExpectedVersion.required(expected), personId));
    }
}
