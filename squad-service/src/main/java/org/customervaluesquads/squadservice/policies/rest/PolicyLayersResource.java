package org.customervaluesquads.squadservice.policies.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.PolicyLayers;
import org.customervaluesquads.squadservice.policies.SettingPolicies;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /policies/global}, {@code /policies/regions/…} and {@code /policies/squads/…}: the layers, each whole. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies", description = "what squads have to keep to: global, refined by regions and squads")
public class PolicyLayersResource {

    private static final String WHOLE = "The list replaces the one before. A layer in which nothing was ever set has "
            + "the version 0. What a more general layer has locked cannot be set to anything else.";

    private final PolicyLayers layers;
    private final SettingPolicies settingPolicies;
    private final Squads squads;

    PolicyLayersResource(PolicyLayers layers, SettingPolicies settingPolicies, Squads squads) {
        this.layers = layers;
        this.settingPolicies = settingPolicies;
        this.squads = squads;
    }

    /** Shows what holds everywhere. */
    @GET
    @Path("/global")
    @Transactional
    @Operation(summary = "Show the global policies")
    public Response showGlobal() {
        return PolicyAnswers.with(layers.of(Layer.GLOBAL));
    }

    /** Sets what holds everywhere. */
    @PUT
    @Path("/global")
    @Operation(summary = "Set the global policies", description = WHOLE)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "policies", value = PoliciesRequest.EXAMPLE)))
    public Response setGlobal(
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid PoliciesRequest request) {
        return PolicyAnswers.to(settingPolicies.setGlobal(ExpectedVersion.required(expected), request.wished()));
    }

    /** Shows what a region says. */
    @GET
    @Path("/regions/{region}")
    @Transactional
    @Operation(summary = "Show the policies of a region")
    public Response showRegion(@PathParam("region") @PlainText(longest = 200) String region) {
        return PolicyAnswers.with(layers.of(Layer.region(region)));
    }

    /** Sets what a region says. */
    @PUT
    @Path("/regions/{region}")
    @Operation(summary = "Set the policies of a region", description = WHOLE)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "policies", value = PoliciesRequest.EXAMPLE)))
    public Response setRegion(
            @PathParam("region") @PlainText(longest = 200) String region,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid PoliciesRequest request) {
        return PolicyAnswers.to(
                settingPolicies.setRegion(region, ExpectedVersion.required(expected), request.wished()));
    }

    /** Shows what a squad says. */
    @GET
    @Path("/squads/{id}")
    @Transactional
    @Operation(summary = "Show the policies that a squad sets for itself")
    public Response showSquad(@PathParam("id") UUID id) {
        SquadAnswers.requireThere(squads.find(id));
        return PolicyAnswers.with(layers.of(Layer.squad(id)));
    }

    /** Sets what a squad says. */
    @PUT
    @Path("/squads/{id}")
    @Operation(
            summary = "Set the policies of a squad",
            description = WHOLE + " If-Match names the layer's version; the squad takes note of the change.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "policies", value = PoliciesRequest.EXAMPLE)))
    public Response setSquad(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid PoliciesRequest request) {
        return PolicyAnswers.to(settingPolicies.setSquad(id, ExpectedVersion.required(expected), request.wished()));
    }
}
