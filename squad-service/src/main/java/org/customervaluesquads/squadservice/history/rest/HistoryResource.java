package org.customervaluesquads.squadservice.history.rest;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.squadservice.history.PastEvents;
import org.customervaluesquads.squadservice.history.PastEvents.Placed;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/history}: everything that happened to a squad. */
@Path("/squads/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history", description = "everything that happened to a squad, as squad-events tells it")
public class HistoryResource {

    private final PastEvents pastEvents;

    HistoryResource(PastEvents pastEvents) {
        this.pastEvents = pastEvents;
    }

    /** Lists what happened. */
    @GET
    @Transactional
    @Operation(
            summary = "List what happened to a squad, a page at a time, in order",
            description = "The events are those of the topic squad-events, with the same ids.")
    public PageView<SquadEventRecorded> list(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable AfterPlace after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        List<Placed> read = pastEvents.page(id, AfterPlace.placeOf(after), limit.rows() + 1);
        if (read.isEmpty() && after == null) { // a squad's history begins when it is formed
            throw Problem.of(404, "There is no such squad.").asException();
        }
        List<Placed> page = read.stream().limit(limit.rows()).toList();
        return new PageView<>(
                page.stream().map(Placed::event).toList(),
                read.size() > page.size() ? Long.toString(page.getLast().place()) : null);
    }
}
