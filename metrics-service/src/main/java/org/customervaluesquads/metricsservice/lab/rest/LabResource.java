package org.customervaluesquads.metricsservice.lab.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.customervaluesquads.metricsservice.attribution.rest.AttributionView;
import org.customervaluesquads.metricsservice.customervalue.rest.CustomerValueView;
import org.customervaluesquads.metricsservice.experiments.rest.EvidenceView;
import org.customervaluesquads.metricsservice.impact.rest.ImpactView;
import org.customervaluesquads.metricsservice.problems.TooLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The bench: the squads' statistics on an analyst's own data; nothing of it is kept. Options are query parameters, or in JSON
 * the object {@code options} beside {@code rows}.
 */
@Path("/lab")
@Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "lab", description = "the statistics of the squads on data that an analyst brings")
class LabResource {

    private static final String CSV = "text/csv";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final String COMMON = " The body is CSV with a heading (comma, semicolon, tab or bar), an array of "
            + "JSON objects, or {\"options\": {}, \"rows\": []}. A column is found by its usual name, or by a query "
            + "parameter that names it: ?time=Year. At most 500,000 rows, 2,000,000 cells, and 10 MB. Large tables are "
            + "reckoned one after the other; what has to wait for long is answered 503.";

    private final Room room;

    LabResource(Room room) {
        this.room = room;
    }

    @POST
    @Path("/impact")
    @Operation(
            summary = "Whether a treatment moved an outcome",
            description =
                    "A row for each unit and period: unit, time, outcome, treated (0 or 1); or instead of treated "
                            + "the options treated-units=A,B and from=PERIOD. missing=zero takes missing rows for 0."
                            + COMMON)
    @APIResponse(responseCode = "200", description = "The impact, or why none can be told.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong option, column or row.")
    @APIResponse(responseCode = "413", description = "A problem: the body is too large.")
    @APIResponse(responseCode = "503", description = "A problem: other tables are being reckoned.")
    public ImpactView impact(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples = @ExampleObject(name = "panel", value = LabExamples.PANEL)),
                                @Content(mediaType = JSON)
                            })
                    InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
            @Context UriInfo uri) {
        return (ImpactView) answer(Bench.IMPACT, body, length, uri);
    }

    @POST
    @Path("/attribution")
    @Operation(
            summary = "To whom outcomes are owed",
            description =
                    "A row for each path: path (A > B > C), conversions, and if known value and nulls; or a row for "
                            + "each touch: customer, time, channel, conversion (0 or 1), and if known value. Options: model="
                            + "first|last|linear|time-decay|markov|shapley, half-life-days, window-days, separator."
                            + COMMON)
    @APIResponse(responseCode = "200", description = "The credits, the most credited first.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong option, column or row.")
    @APIResponse(responseCode = "413", description = "A problem: the body is too large.")
    @APIResponse(responseCode = "503", description = "A problem: other tables are being reckoned.")
    public AttributionView attribution(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples = {
                                            @ExampleObject(name = "paths", value = LabExamples.PATHS),
                                            @ExampleObject(name = "touches", value = LabExamples.TOUCHES)
                                        }),
                                @Content(mediaType = JSON)
                            })
                    InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
            @Context UriInfo uri) {
        return (AttributionView) answer(Bench.ATTRIBUTION, body, length, uri);
    }

    @POST
    @Path("/customer-value")
    @Operation(
            summary = "How much customers are still going to buy",
            description =
                    "A row for each customer: frequency (repeat purchases), recency, T, and if known monetary; unit-"
                            + "days says how long their unit of time is, a week if not. Or a row for each purchase: customer, "
                            + "time, amount; until ends the time, and customers says how many are shown." + COMMON)
    @APIResponse(responseCode = "200", description = "What is expected, or why nothing can be said.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong option, column or row.")
    @APIResponse(responseCode = "413", description = "A problem: the body is too large.")
    @APIResponse(responseCode = "503", description = "A problem: other tables are being reckoned.")
    public CustomerValueView customerValue(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples = {
                                            @ExampleObject(name = "summary", value = LabExamples.SUMMARY),
                                            @ExampleObject(name = "purchases", value = LabExamples.PURCHASES)
                                        }),
                                @Content(mediaType = JSON)
                            })
                    InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
            @Context UriInfo uri) {
        return (CustomerValueView) answer(Bench.CUSTOMER_VALUE, body, length, uri);
    }

    @POST
    @Path("/experiment")
    @Operation(
            summary = "What a test has shown",
            description =
                    "A row for each variant: variant, n, sum, and sum_squares unless values are 0 or 1; or a row for "
                            + "each customer: variant, value, and if known before. Options: control, shares (A=80,B=20), alpha, "
                            + "tightest-at, good (up or down), worthwhile, prior-mean and prior-deviation (of the lift)."
                            + COMMON)
    @APIResponse(responseCode = "200", description = "The evidence.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong option, column or row.")
    @APIResponse(responseCode = "413", description = "A problem: the body is too large.")
    @APIResponse(responseCode = "503", description = "A problem: other tables are being reckoned.")
    public EvidenceView experiment(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples = {
                                            @ExampleObject(name = "sums", value = LabExamples.SUMS),
                                            @ExampleObject(name = "customers", value = LabExamples.CUSTOMERS)
                                        }),
                                @Content(mediaType = JSON)
                            })
                    InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
            @Context UriInfo uri) {
        return (EvidenceView) answer(Bench.EXPERIMENT, body, length, uri);
    }

    /** Reads the body only once there is room for it. */
    private Object answer(Bench bench, InputStream body, long length, UriInfo uri) {
        return room.with(length, () -> bench.answer(text(body), options(uri)));
    }

    private String text(InputStream body) {
        try {
            byte[] read = body.readNBytes(room.most() + 1);
            if (read.length > room.most()) {
                throw new TooLong(room.most());
            }
            return new String(read, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the body broke off", broken);
        }
    }

    private static Map<String, String> options(UriInfo uri) {
        Map<String, String> options = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> options.put(name, values.getLast()));
        return options;
    }
}
