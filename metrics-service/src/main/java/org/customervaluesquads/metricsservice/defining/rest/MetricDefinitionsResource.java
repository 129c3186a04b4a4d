package org.customervaluesquads.metricsservice.defining.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions.Versioned;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.NothingThere;
import org.customervaluesquads.metricsservice.problems.OutdatedVersion;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsSchema;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.customervaluesquads.metricsservice.reckoning.yaml.InvalidDefinitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Shows how metrics are defined, and changes it. */
@Path("/metric-definitions")
@Produces(MediaType.APPLICATION_JSON)
class MetricDefinitionsResource {

    static final String YAML = "application/yaml";
    static final String EXAMPLE = """
            {"measures": {
               "won-amount": {"facts": "outcomes", "types": ["opportunity.changed"], "where": {"stage": ["won"]},
                              "of": "amount", "by": "currency"}},
             "metrics": [
               {"name": "won-value", "description": "What was won.", "unit": "currency", "direction": "up",
                "plus": ["won-amount"]}]}""";

    private static final int VERSIONS_SHOWN = 100;

    private final CurrentDefinitions current;

    MetricDefinitionsResource(CurrentDefinitions current) {
        this.current = current;
    }

    /** Every definition, in the order in which metrics are shown. */
    public record MetricDefinitionsView(long version, List<MetricDefinitionView> metrics) {

        static MetricDefinitionsView from(Versioned versioned) {
            return new MetricDefinitionsView(
                    versioned.version(),
                    versioned.definitions().metrics().stream()
                            .map(MetricDefinitionView::from)
                            .toList());
        }
    }

    /** The versions that were set, the newest first. */
    public record VersionsView(List<CurrentDefinitions.Set> versions) {}

    @GET
    @Operation(
            summary = "How metrics are defined",
            description = "Every metric with its measures, unit and direction. The ETag is the version, 0 for the "
                    + "definitions that the service comes with.")
    public Response definitions() {
        return answer(current.versioned());
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of definitions")
    public String schema() {
        return DefinitionsSchema.text();
    }

    @GET
    @Path("/versions")
    @Operation(summary = "The versions that were set, the newest first, at most " + VERSIONS_SHOWN)
    public VersionsView versions() {
        return new VersionsView(current.versions(VERSIONS_SHOWN));
    }

    @GET
    @Path("/versions/{version}")
    @Operation(summary = "The document of a version, as it was set")
    @APIResponse(responseCode = "404", description = "A problem: no such version was set.")
    public JsonNode version(@PathParam("version") long version) {
        return current.document(version)
                .orElseThrow(() -> new NothingThere("no definitions were set as version " + version));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            summary = "Sets other definitions in place of these",
            description =
                    "The whole document, as JSON or YAML. Every squad is reckoned anew with it; values that change "
                            + "are restated with their next revision, and metrics that are gone are restated to "
                            + "have no value.")
    @APIResponse(responseCode = "200", description = "The definitions as they are now, with their version as ETag.")
    @APIResponse(responseCode = "400", description = "A problem with every reason why they cannot be used.")
    @APIResponse(responseCode = "412", description = "A problem: the version was replaced meanwhile.")
    @APIResponse(responseCode = "428", description = "A problem: If-Match is missing.")
    public Response replace(
            @Parameter(description = "The version that is replaced, as its ETag.", example = "\"0\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        examples = @ExampleObject(name = "definitions", value = EXAMPLE)),
                                @Content(mediaType = YAML)
                            })
                    InputStream document) {
        long version = OutdatedVersion.namedBy(ifMatch);
        return current.replace(version, read(document))
                .map(MetricDefinitionsResource::answer)
                .orElseThrow(OutdatedVersion::replaced);
    }

    /** The document; what cannot be used is refused with every reason. */
    static JsonNode read(InputStream document) {
        try {
            JsonNode read = DefinitionsYaml.document(document);
            DefinitionsYaml.read(read);
            return read;
        } catch (InvalidDefinitions invalid) {
            throw new RefusedRequest(invalid.reasons().stream()
                    .map(reason -> new FieldError("definitions", reason))
                    .toList());
        }
    }

    private static Response answer(Versioned versioned) {
        return Response.ok(MetricDefinitionsView.from(versioned))
                .tag(Long.toString(versioned.version()))
                .build();
    }
}
