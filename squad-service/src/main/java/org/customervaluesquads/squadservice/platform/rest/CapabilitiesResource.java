package org.customervaluesquads.squadservice.platform.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.platform.Capabilities;
import org.customervaluesquads.squadservice.platform.Capability;
import org.customervaluesquads.squadservice.platform.LifeStage;
import org.customervaluesquads.squadservice.platform.OfferingCapabilities;
import org.customervaluesquads.squadservice.problems.Choices;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /platform/capabilities}: what the central platforms do for every squad. */
@Path("/platform/capabilities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "platform", description = "what the central platforms offer, and what squads ask of them")
public class CapabilitiesResource {

    private final Writes writes;
    private final OfferingCapabilities offeringCapabilities;
    private final Capabilities capabilities;

    CapabilitiesResource(Writes writes, OfferingCapabilities offeringCapabilities, Capabilities capabilities) {
        this.writes = writes;
        this.offeringCapabilities = offeringCapabilities;
        this.capabilities = capabilities;
    }

    /** Offers a capability. */
    @POST
    @Operation(summary = "Offer a capability")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "capability", value = CapabilityRequest.EXAMPLE)))
    public Response offer(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid CapabilityRequest request) {
        return writes.answer("offer-capability", key, request, id -> {
            Capability capability = offeringCapabilities.offer(id, request.offer());
            return Versioned.created(
                    "/platform/capabilities/" + id, capability.version(), CapabilityView.of(capability));
        });
    }

    /** Lists capabilities. */
    @GET
    @Transactional
    @Operation(summary = "List capabilities, a page at a time, in the order in which they were offered")
    public PageView<CapabilityView> list(
            @QueryParam("lifeStage") @Nullable String lifeStage, @BeanParam PageQuery page) {
        LifeStage wanted = Choices.read(LifeStage.class, "lifeStage", lifeStage);
        return page.of((after, most) -> capabilities.page(wanted, after, most), Capability::id)
                .shown(CapabilityView::of);
    }

    /** Shows a capability. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a capability")
    public Response show(@PathParam("id") UUID id) {
        return capabilities
                .find(id)
                .map(CapabilitiesResource::answer)
                .orElseThrow(() -> nothing().asException());
    }

    /** Changes a capability. */
    @PUT
    @Path("/{id}")
    @Operation(summary = "Say anew what a capability is, how far it has come and what is to come")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "capability", value = CapabilityRequest.EXAMPLE)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid CapabilityRequest request) {
        return switch (offeringCapabilities.change(id, ExpectedVersion.required(expected), request.offer())) {
            case OfferingCapabilities.Outcome.Done(Capability capability) -> answer(capability);
            case OfferingCapabilities.Outcome.NoSuchCapability() -> nothing().asResponse();
            case OfferingCapabilities.Outcome.Outdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
        };
    }

    private static Response answer(Capability capability) {
        return Versioned.ok(capability.version(), CapabilityView.of(capability));
    }

    private static Problem nothing() {
        return Problem.of(404, "There is no such capability.");
    }
}
