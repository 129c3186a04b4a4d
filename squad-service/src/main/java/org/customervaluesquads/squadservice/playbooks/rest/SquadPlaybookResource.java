package org.customervaluesquads.squadservice.playbooks.rest;

import jakarta.transaction.Transactional;
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
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.playbooks.Family;
import org.customervaluesquads.squadservice.playbooks.Playbook;
import org.customervaluesquads.squadservice.playbooks.Playbooks;
import org.customervaluesquads.squadservice.playbooks.ReplicatingSquads;
import org.customervaluesquads.squadservice.playbooks.WritingPlaybooks;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/playbook}, {@code /origin} and {@code /family}: what a squad hands on, and has. */
@Path("/squads/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "playbooks", description = "what proven squads hand on, and the squads that begin from it elsewhere")
public class SquadPlaybookResource {

    private static final Set<Stage> PROVEN = Set.of(Stage.PROVEN, Stage.SCALING);

    /** A larger family is cut off; its youngest are read from one of its branches. */
    private static final int MOST_KIN = 1_000;

    private final Writes writes;
    private final Squads squads;
    private final Playbooks playbooks;
    private final WritingPlaybooks writingPlaybooks;
    private final ReplicatingSquads replicatingSquads;

    SquadPlaybookResource(
            Writes writes,
            Squads squads,
            Playbooks playbooks,
            WritingPlaybooks writingPlaybooks,
            ReplicatingSquads replicatingSquads) {
        this.writes = writes;
        this.squads = squads;
        this.playbooks = playbooks;
        this.writingPlaybooks = writingPlaybooks;
        this.replicatingSquads = replicatingSquads;
    }

    /** Shows a squad's playbook. */
    @GET
    @Path("/playbook")
    @Transactional
    @Operation(summary = "Show the newest playbook of a squad")
    public Playbook newest(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return playbooks
                .newestOf(id)
                .orElseThrow(() ->
                        Problem.of(404, "The squad has written no playbook.").asException());
    }

    /** Writes a squad's playbook. */
    @POST
    @Path("/playbook")
    @Operation(
            summary = "Write the playbook of a proven squad",
            description = "Mission, skills, decision rights, metrics, lessons and cycles are taken from what is kept of"
                    + " it. An earlier playbook stays as it is.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "playbook", value = PlaybookRequest.EXAMPLE)))
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid PlaybookRequest request) {
        return writes.answer("write-playbook/" + id, key, request, playbookId -> {
            requireProven(SquadAnswers.requireThere(squads.hold(id)));
            Playbook playbook =
                    writingPlaybooks.write(playbookId, id, request.name(), request.cadence(), request.further());
            return Response.created(URI.create("/playbooks/" + playbookId))
                    .entity(playbook)
                    .build();
        });
    }

    private static void requireProven(Squad squad) {
        if (!PROVEN.contains(squad.stage())) {
            throw Problem.of(409, "Only a proven squad has something to hand on.")
                    .with("stage", "must be proven or scaling, and is " + squad.stage())
                    .asException();
        }
    }

    /** Shows where a squad comes from. */
    @GET
    @Path("/origin")
    @Transactional
    @Operation(summary = "Show from which playbook a squad began, and what it still has to decide")
    public ReplicaView origin(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return replicatingSquads
                .find(id)
                .map(ReplicaView::of)
                .orElseThrow(() ->
                        Problem.of(404, "The squad began from no playbook.").asException());
    }

    /** Shows a squad's family. */
    @GET
    @Path("/family")
    @Transactional
    @Operation(summary = "Show the family tree of a squad, from its first ancestor on")
    public FamilyView family(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return FamilyView.of(Family.of(playbooks.familyOf(id, MOST_KIN)));
    }
}
