package org.customervaluesquads.signalservice.rejected.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.customervaluesquads.contracts.SignalRejected;
import org.jspecify.annotations.Nullable;

/** Another instance of this service, asked for the refused signals that it holds itself. */
@Path("/signals/rejected")
interface OtherKeeper {

    /** Present on a question from instance to instance: it is answered from what is at hand, and not passed on. */
    String FROM_INSTANCE = "X-Squads-From-Instance";

    @GET
    @Path("/{id}")
    SignalRejected find(@PathParam("id") String id, @HeaderParam(FROM_INSTANCE) String from);

    @GET
    RejectedView list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("door") @Nullable String door,
            @QueryParam("field") @Nullable String field,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String after,
            @QueryParam("to") @Nullable String before,
            @QueryParam("open") boolean open,
            @QueryParam("after") @Nullable String behind,
            @QueryParam("limit") int limit,
            @HeaderParam(FROM_INSTANCE) String instance);
}
