package org.customervaluesquads.signalservice.who.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intents.rest.Asked;
import org.customervaluesquads.signalservice.intents.rest.Instances;
import org.customervaluesquads.signalservice.intents.rest.OtherInstance;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.customervaluesquads.signalservice.who.kafka.AskingSteps;
import org.customervaluesquads.signalservice.who.streams.WhoIsWho;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The merge log of a customer: which devices and earlier ids are joined, since when and by which signal. */
@Path("/customers/{id}/identities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "identities", description = "Who is who, and putting it right")
@OnceCaughtUp
public class IdentitiesResource {

    private final WhoIsWho who;
    private final Instances instances;
    private final AskingSteps asking;
    private final SignalServiceConfig config;

    IdentitiesResource(WhoIsWho who, Instances instances, AskingSteps asking, SignalServiceConfig config) {
        this.who = who;
        this.instances = instances;
        this.asking = asking;
        this.config = config;
    }

    @GET
    @Operation(summary = "Shows a customer's merge log, earliest first")
    @APIResponse(responseCode = "200", description = "Which may be empty")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public IdentitiesView identities(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        return Asked.answered(() -> {
            Optional<OtherInstance> holder = from == null ? instances.holding(id) : Optional.empty();
            return holder.map(other -> other.identities(id, instances.name()))
                    .orElseGet(() -> IdentitiesView.from(id, who.find(id)));
        });
    }

    @POST
    @Path("{subject}/unmerge")
    @Operation(
            summary = "Puts a device, or an earlier id, back",
            description = "As if it had never been joined; and it is not joined to this customer again.")
    @APIResponse(
            responseCode = "202",
            description = "It is in the log, and done within a second; asking again is harmless")
    @APIResponse(responseCode = "404", description = "Nothing of this name is in the customer's merge log")
    @APIResponse(responseCode = "503", description = "The log or the topology is not there; try again")
    public Response unmerge(@PathParam("id") String id, @PathParam("subject") String subject) {
        IdentitiesView log = identities(id, null);
        List<String> meant = Stream.of(subject, SignalRecorded.keyOfAnonymous(subject))
                .filter(name ->
                        log.identities().stream().anyMatch(one -> one.subject().equals(name)))
                .toList();
        if (meant.isEmpty()) {
            throw Problems.notFound("customer " + id + " was never said to be " + subject);
        }
        try {
            asking.unmerge(id, meant)
                    .toCompletableFuture()
                    .get(config.registrationWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw Problems.unavailable("the log could not take it; try again");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("the service is stopping");
        }
        return Response.accepted(new UnmergeView(id, meant)).build();
    }
}
