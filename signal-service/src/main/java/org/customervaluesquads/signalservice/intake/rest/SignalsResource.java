package org.customervaluesquads.signalservice.intake.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.BatchReader.As;
import org.customervaluesquads.signalservice.intake.BatchReader.Batch;
import org.customervaluesquads.signalservice.intake.CloudEvents;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.OwnForm;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The doors for signals in the project's own form: one, or a batch. */
@Path("/signals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signals", description = "Doors for signals; accepted means counted, once")
@OnceCaughtUp
public class SignalsResource {

    static final String NDJSON = "application/x-ndjson";

    private static final String EVENTS = "Of a CloudEvent, `id`, `source` (a registered source's id) and `type` are the"
            + " signal's, `time` is its `occurredAt`, and `data` holds the other fields of a signal.";

    private final Answers answers;
    private final Admission admission;
    private final Clock clock;

    SignalsResource(Answers answers, Admission admission, Clock clock) {
        this.answers = answers;
        this.admission = admission;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes one signal, or one CloudEvent in binary mode",
            description = "Binary mode is known by the header `ce-specversion`. " + EVENTS)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "an order", value = """
            {"id": "ord-489434", "source": "web-shop", "type": "order.completed",
             "occurredAt": "2009-12-01T07:45:00Z", "customer": {"id": "13085", "region": "GB"},
             "channel": "web", "value": {"amount": 505.30, "currency": "GBP"}, "properties": {"units": 166}}
            """)))
    @APIResponse(responseCode = "202", description = "In the log; it will be counted once")
    @APIResponse(responseCode = "400", description = "Not JSON; kept among the rejected signals")
    @APIResponse(responseCode = "413", description = "Larger than a signal may be")
    @APIResponse(
            responseCode = "422",
            description = "Refused, with each field and reason; kept among the rejected signals")
    @APIResponse(responseCode = "503", description = "The log is not there; send it again")
    @APIResponse(responseCode = "401", description = "Its source demands a write key; kept nowhere")
    @APIResponse(responseCode = "429", description = "Its source is over its quota; kept nowhere, send it again")
    public Uni<Response> one(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent,
            @Context HttpHeaders headers) {
        Door door = door(OwnForm.ONE, traceParent, authorization);
        return answers.opened(door, sent, encoding, Limits.SIGNAL_BYTES_MAX, body -> {
            Offered offered = EventHeaders.areIn(headers)
                    ? CloudEvents.binary(EventHeaders.read(headers), body)
                    : BatchReader.one(body, As.SIGNAL);
            return answers.take(door, List.of(offered), verdicts -> answerFor(offered, verdicts.getFirst()));
        });
    }

    @POST
    @Consumes(CloudEvents.STRUCTURED)
    @Operation(summary = "Takes one CloudEvent in structured mode", description = EVENTS)
    @APIResponse(responseCode = "202", description = "In the log; it will be counted once")
    @APIResponse(responseCode = "400", description = "Not JSON; kept among the rejected signals")
    @APIResponse(responseCode = "422", description = "Refused, with each field and reason; kept")
    public Uni<Response> event(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Door door = door(OwnForm.ONE, traceParent, authorization);
        return answers.opened(door, sent, encoding, Limits.SIGNAL_BYTES_MAX, body -> {
            Offered offered = CloudEvents.structured(BatchReader.one(body));
            return answers.take(door, List.of(offered), verdicts -> answerFor(offered, verdicts.getFirst()));
        });
    }

    @POST
    @Consumes(CloudEvents.BATCHED)
    @Operation(summary = "Takes up to 1,000 CloudEvents", description = EVENTS)
    @APIResponse(responseCode = "202", description = "Every event was judged, and each is in the log")
    @APIResponse(responseCode = "400", description = "Not JSON; nothing of it was judged")
    public Uni<Response> events(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Door door = door(OwnForm.ONE, traceParent, authorization);
        return answers.opened(door, sent, encoding, Limits.BATCH_BYTES_MAX, body -> takeEvents(door, body));
    }

    private Uni<Response> takeEvents(Door door, byte[] body) {
        return switch (BatchReader.array(body)) {
            case Batch.Parts(List<Offered> events) ->
                answers.take(door, events.stream().map(CloudEvents::structured).toList(), VerdictsView::from);
            case Batch refused -> takeAll(door, body, refused);
        };
    }

    @POST
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Operation(
            summary = "Takes up to 1,000 signals",
            description =
                    "A JSON array, or one signal a line (application/x-ndjson); one verdict a signal, in order. Those"
                            + " that are unauthorized or throttled are kept nowhere and have to be sent again.")
    @APIResponse(responseCode = "202", description = "Every signal was judged, and each that may be is in the log")
    @APIResponse(responseCode = "401", description = "Nothing but signals of sources that demand a write key")
    @APIResponse(responseCode = "429", description = "Nothing but signals of sources that are over their quota")
    @APIResponse(responseCode = "400", description = "Not JSON; nothing of it was judged")
    @APIResponse(responseCode = "413", description = "More or larger than a batch may be; nothing of it was judged")
    @APIResponse(responseCode = "503", description = "The log is not there; send all again")
    public Uni<Response> batch(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Door door = door(OwnForm.BATCH, traceParent, authorization);
        return answers.opened(
                door,
                sent,
                encoding,
                Limits.BATCH_BYTES_MAX,
                body -> takeAll(
                        door,
                        body,
                        isLines(contentType)
                                ? BatchReader.lines(body, As.SIGNAL)
                                : BatchReader.array(body, As.SIGNAL)));
    }

    private Door door(String name, @Nullable String traceParent, @Nullable String authorization) {
        return new Door(name, null, traceParent, admission.callerOf(authorization, clock.instant()));
    }

    private Uni<Response> takeAll(Door door, byte[] body, Batch batch) {
        return switch (batch) {
            case Batch.Malformed(String reason) -> answers.malformed(door, BatchReader.whole(reason, body));
            case Batch.TooMany() ->
                throw Problems.tooLarge("a batch holds at most %,d signals".formatted(Limits.BATCH_SIGNALS_MAX));
            case Batch.Parts(List<Offered> offered) -> answers.take(door, offered, VerdictsView::from);
        };
    }

    static boolean isLines(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(NDJSON);
    }

    private static Object answerFor(Offered offered, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> VerdictView.from(accepted);
            case Verdict.Rejected rejected ->
                throw switch (offered) {
                    case Offered.Illegible illegible ->
                        Problems.malformed("the body " + illegible.reason().reason());
                    case Offered.Signal _, Offered.Legible _, Offered.Unfit _ ->
                        Problems.refused("the signal was refused", rejected.reasons());
                };
            case Verdict.TurnedAway away -> VerdictView.from(away);
        };
    }
}
