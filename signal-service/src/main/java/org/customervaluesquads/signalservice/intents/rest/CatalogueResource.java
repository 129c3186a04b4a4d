package org.customervaluesquads.signalservice.intents.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.SignalTypes;
import org.customervaluesquads.signalservice.intents.CatalogueJson;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.kafka.SettingWeighings;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The intent catalogue: which intents there are, what speaks for each, and where the stages begin. */
@Path("/intent-catalogue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "intents")
@OnceCaughtUp
public class CatalogueResource {

    private final Weighings weighings;
    private final SettingWeighings setting;
    private final SignalTypes types;

    CatalogueResource(Weighings weighings, SettingWeighings setting, SignalTypes types) {
        this.weighings = weighings;
        this.setting = setting;
        this.types = types;
    }

    @GET
    @Operation(
            summary = "Shows the intent catalogue that is in force",
            description = "The one that ships, or one that was set. The ETag is its version.")
    @APIResponse(responseCode = "200", description = "The catalogue as it can be changed and set")
    public Response catalogue() {
        IntentCatalogue catalogue = weighings.current().catalogue();
        return Response.ok(CatalogueJson.write(catalogue)).tag(tagOf(catalogue)).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sets the intent catalogue",
            description =
                    "In force on every instance within seconds, under the next version. Half-lives cannot be changed"
                            + " here, since all states are kept by them.")
    @APIResponse(responseCode = "200", description = "The catalogue as it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the one in force")
    @APIResponse(responseCode = "422", description = "The catalogue cannot be used, with each field that is wrong")
    @APIResponse(responseCode = "503", description = "The log is away; try again")
    public Response set(
            @Parameter(description = "The version that is to be replaced", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String replaced,
            @NotNull JsonNode written) {
        IntentCatalogue before = weighings.current().catalogue();
        if (replaced != null && !replaced.equals("\"" + tagOf(before) + "\"")) {
            return Response.status(Response.Status.PRECONDITION_FAILED)
                    .tag(tagOf(before))
                    .build();
        }
        setting.set(usable(written).as(before.version() + 1));
        return catalogue();
    }

    private IntentCatalogue usable(JsonNode written) {
        try {
            IntentCatalogue catalogue = CatalogueJson.read(written);
            List<Reason> reasons = new ArrayList<>();
            if (!catalogue.halfLives().equals(weighings.shipped().halfLives())) {
                reasons.add(new Reason(
                        "halfLives",
                        "are those of the states, " + weighings.shipped().halfLives()));
            }
            catalogue.intents().forEach(intent -> unknownTypes(intent, reasons));
            if (!reasons.isEmpty()) {
                throw Problems.refused("the intent catalogue cannot be used", reasons);
            }
            return catalogue;
        } catch (IntentCatalogue.Refused refused) {
            throw Problems.refused(
                    "the intent catalogue cannot be used",
                    refused.flaws().stream()
                            .map(flaw -> new Reason(flaw.field(), flaw.reason()))
                            .toList());
        }
    }

    private void unknownTypes(Intent intent, List<Reason> reasons) {
        Stream<String> weighed = intent.weights().keySet().stream().map(feature -> feature.split("/", 2)[0]);
        Stream.concat(Stream.of(intent.outcome()), weighed)
                .distinct()
                .filter(type -> !types.areCounted(type))
                .forEach(
                        type -> reasons.add(new Reason("intents." + intent.name(), "there is no signal type " + type)));
    }

    private static String tagOf(IntentCatalogue catalogue) {
        return Integer.toString(catalogue.version());
    }
}
