package org.customervaluesquads.signalservice.intents.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.customervaluesquads.signalservice.once.rest.DuplicatesView;
import org.customervaluesquads.signalservice.who.rest.IdentitiesView;

/** Another instance of this service, asked for what it holds itself. */
@Path("/")
public interface OtherInstance {

    /** Present on a question from instance to instance: it is answered from what is at hand, and not passed on. */
    String FROM_INSTANCE = "X-Squads-From-Instance";

    @GET
    @Path("customers/{id}/intents")
    CustomerIntentsView customer(@PathParam("id") String id, @HeaderParam(FROM_INSTANCE) String from);

    @GET
    @Path("customers/{id}/identities")
    IdentitiesView identities(@PathParam("id") String id, @HeaderParam(FROM_INSTANCE) String from);

    @GET
    @Path("signals/duplicates")
    DuplicatesView differing(@QueryParam("source") String source, @HeaderParam(FROM_INSTANCE) String from);

    @GET
    @Path("accounts/{id}/intents")
    AccountIntentsView account(@PathParam("id") String id, @HeaderParam(FROM_INSTANCE) String from);

    @GET
    @Path("squads/{id}/intents")
    SquadIntentsView squad(
            @PathParam("id") String id, @BeanParam AskedOfSquad asked, @HeaderParam(FROM_INSTANCE) String from);
}
