package org.customervaluesquads.signalservice.intake.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.BatchReader.Batch;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.problems.BodyLimit;
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
    @Operation(summary = "Takes one signal")
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
            byte[] body,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        if (body.length > Limits.SIGNAL_BYTES_MAX) {
            throw Problems.tooLarge("the signal is larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX));
        }
        Offered offered = BatchReader.one(body);
        Door door = new Door("signals", null, traceParent, admission.callerOf(authorization, clock.instant()));
        return answers.take(door, List.of(offered), verdicts -> answerFor(offered, verdicts.getFirst()));
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
            byte[] body,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        BodyLimit.refuseTooLarge(body);
        Batch batch = isLines(contentType) ? BatchReader.lines(body) : BatchReader.array(body);
        return switch (batch) {
            case Batch.Malformed(String reason) -> throw Problems.malformed("the body " + reason);
            case Batch.TooMany() ->
                throw Problems.tooLarge("a batch holds at most %,d signals".formatted(Limits.BATCH_SIGNALS_MAX));
            case Batch.Parts(List<Offered> offered) ->
                answers.take(
                        new Door(
                                "signals/batch", null, traceParent, admission.callerOf(authorization, clock.instant())),
                        offered,
                        VerdictsView::from);
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
                    case Offered.Legible legible -> Problems.refused("the signal was refused", rejected.reasons());
                };
            case Verdict.TurnedAway away -> VerdictView.from(away);
        };
    }
}
