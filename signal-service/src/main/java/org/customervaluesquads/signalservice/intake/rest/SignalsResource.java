package org.customervaluesquads.signalservice.intake.rest;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
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
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
    public CompletionStage<Response> one(byte[] sent, @Context HttpServerRequest request) {
        return open(OwnForm.ONE, sent, request, Limits.SIGNAL_BYTES_MAX, (door, body) -> {
            MultiMap headers = request.headers();
            return takeOne(
                    door,
                    EventHeaders.areIn(headers)
                            ? CloudEvents.binary(EventHeaders.read(headers), body)
                            : BatchReader.one(body, As.SIGNAL));
        });
    }

    @POST
    @Consumes(CloudEvents.STRUCTURED)
    @Operation(summary = "Takes one CloudEvent in structured mode", description = EVENTS)
    @APIResponse(responseCode = "202", description = "In the log; it will be counted once")
    @APIResponse(responseCode = "400", description = "Not JSON; kept among the rejected signals")
    @APIResponse(responseCode = "422", description = "Refused, with each field and reason; kept")
    public CompletionStage<Response> event(byte[] sent, @Context HttpServerRequest request) {
        return open(
                OwnForm.ONE,
                sent,
                request,
                Limits.SIGNAL_BYTES_MAX,
                (door, body) -> takeOne(door, CloudEvents.structured(BatchReader.one(body))));
    }

    @POST
    @Consumes(CloudEvents.BATCHED)
    @Operation(summary = "Takes up to 1,000 CloudEvents", description = EVENTS)
    @APIResponse(responseCode = "202", description = "Every event was judged, and each is in the log")
    @APIResponse(responseCode = "400", description = "Not JSON; nothing of it was judged")
    public CompletionStage<Response> events(byte[] sent, @Context HttpServerRequest request) {
        return open(
                OwnForm.ONE,
                sent,
                request,
                Limits.BATCH_BYTES_MAX,
                (door, body) -> takeAll(door, body, BatchReader.array(body), CloudEvents::structured));
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
    public CompletionStage<Response> batch(byte[] sent, @Context HttpServerRequest request) {
        boolean lines = isLines(request.getHeader(HttpHeaders.CONTENT_TYPE));
        return open(
                OwnForm.BATCH,
                sent,
                request,
                Limits.BATCH_BYTES_MAX,
                (door, body) -> takeAll(
                        door,
                        body,
                        lines ? BatchReader.lines(body, As.SIGNAL) : BatchReader.array(body, As.SIGNAL),
                        signal -> signal));
    }

    /** What every door here does with a request before it goes on with the body. */
    private CompletionStage<Response> open(
            String name,
            byte[] sent,
            HttpServerRequest request,
            int bytesMax,
            BiFunction<Door, byte[], CompletionStage<Response>> then) {
        String caller = admission.callerOf(request.getHeader(HttpHeaders.AUTHORIZATION), clock.instant());
        Door door = new Door(name, null, request.getHeader(CloudEventHeaders.TRACE_PARENT), caller);
        return answers.opened(
                door, sent, request.getHeader(HttpHeaders.CONTENT_ENCODING), bytesMax, body -> then.apply(door, body));
    }

    private CompletionStage<Response> takeOne(Door door, Offered offered) {
        return answers.take(door, List.of(offered), verdicts -> answerFor(offered, verdicts.getFirst()));
    }

    private CompletionStage<Response> takeAll(Door door, byte[] body, Batch batch, UnaryOperator<Offered> signalIn) {
        return switch (batch) {
            case Batch.Malformed(String reason) -> answers.malformed(door, BatchReader.whole(reason, body));
            case Batch.TooMany() ->
                throw Problems.tooLarge("a batch holds at most %,d signals".formatted(Limits.BATCH_SIGNALS_MAX));
            case Batch.Parts(List<Offered> offered) ->
                answers.take(door, offered.stream().map(signalIn).toList(), VerdictsView::from);
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
