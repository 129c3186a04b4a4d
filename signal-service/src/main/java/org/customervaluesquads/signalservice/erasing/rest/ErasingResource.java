package org.customervaluesquads.signalservice.erasing.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.customervaluesquads.signalservice.who.kafka.AskingSteps;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasing customers, and the receipts of it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "erasures", description = "Forgetting customers, and showing that it was done")
@OnceCaughtUp
public class ErasingResource {

    private final AskingSteps asking;
    private final Erasures erasures;

    ErasingResource(AskingSteps asking, Erasures erasures) {
        this.asking = asking;
        this.erasures = erasures;
    }

    @DELETE
    @Path("customers/{id}")
    @Operation(
            summary = "Erases a customer, and the devices and earlier ids that are joined to it",
            description = "Facts stay, about nobody. A signal that comes later starts anew.")
    @APIResponse(responseCode = "202", description = "It is in the log; Location is the receipt")
    @APIResponse(responseCode = "422", description = "No customer can have this id")
    @APIResponse(responseCode = "503", description = "The log is not there; try again")
    public Uni<Response> erase(@PathParam("id") String id) {
        if (id.length() > Limits.WORD_CHARACTERS_MAX || !StorableText.is(id) || !SignalRecorded.isAboutSomebody(id)) {
            throw Problems.refused("no customer can have this id", List.of(new Reason("id", "is no customer's id")));
        }
        String erasureId = UUID.randomUUID().toString();
        return Uni.createFrom()
                .completionStage(() -> asking.erase(id, erasureId))
                .onFailure()
                .transform(away -> Problems.unavailable("the log could not take it; try again"))
                .replaceWith(() -> Response.accepted(ReceiptView.asked(erasureId))
                        .location(URI.create("/erasures/" + erasureId))
                        .build());
    }

    @GET
    @Path("erasures/{id}")
    @Operation(summary = "Shows the receipt: each place, and when it was done or will be gone")
    @APIResponse(responseCode = "404", description = "No such erasure is known here, or not yet")
    public ReceiptView receipt(@PathParam("id") String id) {
        return erasures.find(id)
                .map(places -> ReceiptView.from(id, places))
                .orElseThrow(() -> Problems.notFound("there is no erasure " + id));
    }
}
