package org.customervaluesquads.squadservice.policies.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.PolicyDifference;
import org.customervaluesquads.squadservice.policies.PolicyKind;
import org.customervaluesquads.squadservice.policies.PolicyLayer;
import org.customervaluesquads.squadservice.policies.PolicyLayers;
import org.customervaluesquads.squadservice.policies.RegionalPolicy;
import org.customervaluesquads.squadservice.policies.rest.EffectivePoliciesView.EffectivePolicyView;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /policies/effective} and {@code /policies/diff}: what comes of the layers together. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
public class EffectivePoliciesResource {

    private final PolicyLayers layers;
    private final Squads squads;

    EffectivePoliciesResource(PolicyLayers layers, Squads squads) {
        this.layers = layers;
        this.squads = squads;
    }

    /** Shows what holds for a squad. */
    @GET
    @Path("/effective")
    @Transactional
    @Operation(
            summary = "Show what holds for a squad, each value with the layer it came from",
            description = "A squad of several regions has a value for each region where they differ.")
    public EffectivePoliciesView effective(@QueryParam("squad") @NotNull UUID squad) {
        Set<String> regions =
                SquadAnswers.requireThere(squads.find(squad)).charter().scope().regions();
        List<Layer> regional = regions.stream().map(Layer::region).toList();
        Layer own = Layer.squad(squad);
        Map<Layer, PolicyLayer> found = layers.of(
                Stream.concat(Stream.of(Layer.GLOBAL, own), regional.stream()).toList());
        List<RegionalPolicy> effective = RegionalPolicy.of(
                in(found, Layer.GLOBAL),
                regional.stream().map(layer -> in(found, layer)).toList(),
                in(found, own));
        return new EffectivePoliciesView(
                squad, regions, effective.stream().map(EffectivePolicyView::of).toList());
    }

    /** Shows what a region changes. */
    @GET
    @Path("/diff")
    @Transactional
    @Operation(
            summary = "Show what a region changes",
            description = "A value is added, refined, confirmed, or locked: then the global one holds.")
    public DifferencesView differences(@QueryParam("region") @NotNull @PlainText(longest = 200) String region) {
        Layer regional = Layer.region(region);
        Map<Layer, PolicyLayer> found = layers.of(List.of(Layer.GLOBAL, regional));
        return new DifferencesView(
                region,
                PolicyDifference.of(in(found, Layer.GLOBAL), in(found, regional)).stream()
                        .map(DifferenceView::of)
                        .toList());
    }

    private static PolicyLayer in(Map<Layer, PolicyLayer> found, Layer layer) {
        return found.getOrDefault(layer, PolicyLayer.empty(layer));
    }

    /** What a region changes, as it is shown. */
    public record DifferencesView(String region, List<DifferenceView> differences) {}

    /** What a region says of a value, as it is shown. */
    public record DifferenceView(
            PolicyKind kind, String name, @Nullable String global, String regional, PolicyDifference.Effect effect) {

        static DifferenceView of(PolicyDifference difference) {
            return new DifferenceView(
                    difference.key().kind(),
                    difference.key().name(),
                    difference.global(),
                    difference.regional(),
                    difference.effect());
        }
    }
}
