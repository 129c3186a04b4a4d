package org.customervaluesquads.signalservice.sources.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.sources.kafka.RegisteringSources;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registered sources. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources", description = "Registered producers of signals")
@OnceCaughtUp
public class SourcesResource {

    private static final int PAGE_MAX = 200;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Sources sources;
    private final RegisteringSources registering;

    SourcesResource(Sources sources, RegisteringSources registering) {
        this.sources = sources;
        this.registering = registering;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Registers a source, or changes it",
            description = "In force on every instance within seconds.")
    public SourceView register(
            @PathParam("id") @Pattern(regexp = ID) String id, @NotNull @Valid SourceRequest request) {
        List<Reason> unstorable = request.unstorable();
        if (!unstorable.isEmpty()) {
            throw Problems.refused("the source cannot be kept", unstorable);
        }
        if (request.mapping() != null && Mapping.parse(request.mapping()) instanceof Mapping.Parsed.Broken broken) {
            throw Problems.refused("the mapping is no JSLT template", List.of(new Reason("mapping", broken.reason())));
        }
        return Registered.orUnavailable(() -> {
            SourceRegistered changed = registering.change(id, (before, now) -> request.over(before, id, now));
            return SourceView.from(Objects.requireNonNull(changed, "a change that registers leaves a source"));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows one source")
    public SourceView find(@PathParam("id") String id) {
        SourceRegistered source = sources.find(id);
        if (source == null) {
            throw Problems.notFound("there is no source " + id);
        }
        return SourceView.from(source);
    }

    @GET
    @Operation(summary = "Lists the sources by id")
    public SourcesView list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit) {
        List<SourceRegistered> oneMore = sources.list(after, limit + 1);
        List<SourceRegistered> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new SourcesView(
                page.stream().map(SourceView::from).toList(),
                oneMore.size() > limit ? page.getLast().sourceId() : null);
    }
}
