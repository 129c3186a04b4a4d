package org.customervaluesquads.squadservice.playbooks.rest;

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
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.playbooks.Playbook;
import org.customervaluesquads.squadservice.playbooks.Playbooks;
import org.customervaluesquads.squadservice.playbooks.Replica;
import org.customervaluesquads.squadservice.playbooks.ReplicatingSquads;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /playbooks}: what proven squads hand on, and squads that begin from it. */
@Path("/playbooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "playbooks", description = "what proven squads hand on, and the squads that begin from it elsewhere")
public class PlaybooksResource {

    private final Writes writes;
    private final Playbooks playbooks;
    private final ReplicatingSquads replicatingSquads;

    PlaybooksResource(Writes writes, Playbooks playbooks, ReplicatingSquads replicatingSquads) {
        this.writes = writes;
        this.playbooks = playbooks;
        this.replicatingSquads = replicatingSquads;
    }

    /** Lists playbooks. */
    @GET
    @Transactional
    @Operation(summary = "List playbooks, a page at a time, in the order in which they were written")
    public PageView<Playbook> list(@BeanParam PageQuery page) {
        return page.of(playbooks::page, Playbook::id);
    }

    /** Shows a playbook. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a playbook")
    public Playbook show(@PathParam("id") UUID id) {
        return found(id);
    }

    /** Begins a squad from a playbook. */
    @POST
    @Path("/{id}/squads")
    @Operation(
            summary = "Begin a squad elsewhere from a playbook",
            description = "The answer says what carries over and what has to be decided anew.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "replica", value = ReplicaRequest.EXAMPLE)))
    public Response replicate(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid ReplicaRequest request) {
        return writes.answer("replicate/" + id, key, request, squadId -> {
            replicatingSquads.replicate(squadId, found(id), request.local());
            Replica replica = replicatingSquads.find(squadId).orElseThrow();
            return Versioned.created("/squads/" + squadId, replica.squad().version(), ReplicaView.of(replica));
        });
    }

    private Playbook found(UUID id) {
        return playbooks
                .find(id)
                .orElseThrow(() -> Problem.of(404, "There is no such playbook.").asException());
    }
}
