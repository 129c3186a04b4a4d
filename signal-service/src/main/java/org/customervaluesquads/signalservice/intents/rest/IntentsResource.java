package org.customervaluesquads.signalservice.intents.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
    @Path("accounts/{id}/intents")
    @Operation(
            summary = "Shows an account's intents as of now",
            description = "Scored as a customer is, on all that was counted of the account's people when they had it.")
    @APIResponse(responseCode = "200", description = "Every intent of the catalogue, highest score first")
    @APIResponse(responseCode = "404", description = "No signal of this account was counted")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public AccountIntentsView account(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        return Asked.answered(() -> reading.ofAccount(id, from != null))
                .orElseThrow(() -> Problems.notFound("no signal of account " + id + " was counted"));
    }

    @GET
    @Path("squads/{id}/intents")
    @Operation(
            summary = "Shows whom a squad should turn to now, and why",
            description =
                    "Customers in its scope of this moment, wherever they are held, each intent with the evidence in"
                            + " words, where it came from, and what would change it most.")
    @APIResponse(responseCode = "200", description = "At most as many as were asked for")
    @APIResponse(responseCode = "404", description = "There is no such squad, or it is disbanded")
    @APIResponse(responseCode = "422", description = "The question is not understood, with each field")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public SquadIntentsView squad(
            @PathParam("id") String id,
            @Valid @BeanParam AskedOfSquad asked,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        Ranking ranking = reading.understood(asked);
        return Asked.answered(() -> reading.ofSquad(id, asked, ranking, from != null))
                .orElseThrow(() -> Problems.notFound("there is no squad " + id + " with customers to turn to"));
    }
}
