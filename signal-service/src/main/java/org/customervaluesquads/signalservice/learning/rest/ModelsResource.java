package org.customervaluesquads.signalservice.learning.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.Weights;
import org.customervaluesquads.signalservice.intents.kafka.SettingWeighings;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was learned of each intent, version by version, and which of them serves. */
@Path("/intent-models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "intent models", description = "What was learned from outcomes, and choosing by hand")
@OnceCaughtUp
public class ModelsResource {

    private final Weighings weighings;
    private final SettingWeighings setting;

    ModelsResource(Weighings weighings, SettingWeighings setting) {
        this.weighings = weighings;
        this.setting = setting;
    }

    @GET
    @Operation(summary = "Shows for each intent of the catalogue the weights that serve, and the history of versions")
    public List<ModelsView> all() {
        return weighings.current().catalogue().intents().stream()
                .map(this::view)
                .toList();
    }

    @GET
    @Path("/{intent}")
    @Operation(
            summary = "Shows the weights of an intent that serve, and the history of versions",
            description = "The quality of a version is that on lessons that began after it was made, beside that of the"
                    + " version that it replaced on the same lessons.")
    @APIResponse(responseCode = "200", description = "The newest version first; at most about fifty are kept")
    @APIResponse(responseCode = "404", description = "The catalogue has no such intent")
    public ModelsView one(@PathParam("intent") String intent) {
        return view(known(intent));
    }

    @PUT
    @Path("/{intent}/serving")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Chooses the version of an intent that serves: pins it, or rolls back to it",
            description =
                    "One that is pinned serves until that is taken back. One that is not serves until a version is"
                            + " learned that beats it. Serves on every instance within seconds.")
    @APIResponse(responseCode = "200", description = "It serves at this instance")
    @APIResponse(responseCode = "404", description = "The catalogue has no such intent")
    @APIResponse(responseCode = "422", description = "The intent has no such version")
    @APIResponse(responseCode = "503", description = "The log is away; try again")
    public ModelsView choose(@PathParam("intent") String intent, @NotNull @Valid ServingRequest chosen) {
        known(intent);
        int version = Objects.requireNonNull(chosen.version());
        if (!weighings.knows(intent, version)) {
            throw Problems.refused(
                    "the version cannot serve",
                    List.of(new Reason("version", "is none of %s: %d".formatted(intent, version))));
        }
        setting.choose(intent, version, chosen.pinned());
        return view(known(intent));
    }

    @DELETE
    @Path("/{intent}/serving")
    @Operation(summary = "Takes a choice back: the newest version serves")
    @APIResponse(responseCode = "200", description = "It serves at this instance, also when there was no choice")
    @APIResponse(responseCode = "404", description = "The catalogue has no such intent")
    public ModelsView unchoose(@PathParam("intent") String intent) {
        known(intent);
        setting.unchoose(intent);
        return view(known(intent));
    }

    private Intent known(String name) {
        Intent intent = weighings.current().catalogue().intent(name);
        if (intent == null) {
            throw Problems.notFound("the catalogue has no intent " + name);
        }
        return intent;
    }

    private ModelsView view(Intent intent) {
        Weighing weighing = weighings.current();
        Weights serving = weighing.weights(intent);
        ModelPublished choice = weighings.choice(intent.name());
        boolean pinned =
                choice != null && choice.choice() != null && choice.choice().pinned();
        return new ModelsView(
                intent.name(),
                serving.version(),
                pinned,
                serving.bias(),
                serving.byFeature(),
                weighings.versions(intent.name()).stream()
                        .map(ModelsView.Version::from)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
