package org.customervaluesquads.signalservice.sources.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.customervaluesquads.signalservice.sources.kafka.RotatingKeys;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The write keys of a source. One that has or had a key demands one at every HTTP door; one that never had needs none. */
@Path("/sources/{id}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
@OnceCaughtUp
public class KeysResource {

    private final Sources sources;
    private final RotatingKeys rotating;

    KeysResource(Sources sources, RotatingKeys rotating) {
        this.sources = sources;
        this.rotating = rotating;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RunOnVirtualThread
    @Operation(
            summary = "Makes a write key, shown this once",
            description =
                    "The former keys stay valid for the overlap (a day by default), so that senders can change over.")
    @APIResponse(responseCode = "201", description = "The key; it is kept nowhere in this form")
    @APIResponse(responseCode = "409", description = "The source has as many valid keys as it may")
    public Response make(@PathParam("id") String id, @Nullable @Valid KeyRequest request) {
        keysOf(id);
        Duration overlap = request == null || request.overlap() == null ? WriteKeys.OVERLAP_DEFAULT : request.overlap();
        if (overlap.compareTo(WriteKeys.OVERLAP_MAX) > 0) {
            throw Problems.refused(
                    "the former keys cannot stay so long",
                    List.of(new Reason("overlap", "is longer than %d days".formatted(WriteKeys.OVERLAP_MAX.toDays()))));
        }
        RotatingKeys.Made made = Registered.orUnavailable(() -> rotating.rotate(id, overlap))
                .orElseThrow(() -> Problems.conflict("the source has %d valid keys, and can have no more; take one back"
                        .formatted(WriteKeys.KEYS_MAX)));
        return Response.created(
                        URI.create("/sources/" + id + "/keys/" + made.kept().keyId()))
                .entity(KeyMadeView.from(made))
                .build();
    }

    @GET
    @Operation(summary = "Lists the keys by id and time, never the keys themselves")
    public KeysView list(@PathParam("id") String id) {
        return new KeysView(KeyView.from(keysOf(id)));
    }

    @DELETE
    @Path("/{keyId}")
    @RunOnVirtualThread
    @Operation(
            summary = "Takes a key back",
            description =
                    "In force on every instance within seconds. A source whose last key was taken back stays closed.")
    public void takeBack(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        if (keysOf(id).stream().noneMatch(key -> key.keyId().equals(keyId))) {
            throw Problems.notFound("there is no key " + keyId + " of " + id);
        }
        Registered.orUnavailable(() -> {
            rotating.takeBack(id, keyId);
            return id;
        });
    }

    private List<KeyHash> keysOf(String sourceId) {
        SourceRegistered source = sources.find(sourceId);
        if (source == null) {
            throw Problems.notFound("there is no source " + sourceId);
        }
        List<KeyHash> keys = source.keys();
        return keys == null ? List.of() : keys;
    }
}
