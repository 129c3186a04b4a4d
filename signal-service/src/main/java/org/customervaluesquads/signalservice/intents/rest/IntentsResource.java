package org.customervaluesquads.signalservice.intents.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Intents as of now, with their evidence; whichever instance is asked. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "intents", description = "What customers are about to do, and why we think so")
@OnceCaughtUp
public class IntentsResource {

    private static final int ENTRIES_MAX = 200;

    private final ReadingIntents reading;

    IntentsResource(ReadingIntents reading) {
        this.reading = reading;
    }

    @GET
    @Path("customers/{id}/intents")
    @Operation(
            summary = "Shows a customer's intents as of now",
            description =
                    "Bias and contributions sum to the log-odds. An id that was joined to a customer shows the customer.")
    @APIResponse(responseCode = "200", description = "Every intent of the catalogue, highest score first")
    @APIResponse(responseCode = "404", description = "No signal of this customer was counted")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public CustomerIntentsView customer(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        return Asked.answered(() -> reading.ofCustomer(id, from != null))
                .orElseThrow(() -> Problems.notFound("no signal of customer " + id + " was counted"));
    }

    @GET
    @Path("squads/{id}/intents")
    @Operation(
            summary = "Shows whom a squad should turn to now",
            description = "Customers in its scope, highest score first.")
    @APIResponse(responseCode = "200", description = "At most as many as were asked for")
    @APIResponse(responseCode = "404", description = "There is no such squad, or it is disbanded")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public SquadIntentsView squad(
            @PathParam("id") String id,
            @QueryParam("intent") @Nullable String intent,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(ENTRIES_MAX) int limit,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        return Asked.answered(() -> reading.ofSquad(id, intent, limit, from != null))
                .orElseThrow(() -> Problems.notFound("there is no squad " + id + " with customers to turn to"));
    }
}
