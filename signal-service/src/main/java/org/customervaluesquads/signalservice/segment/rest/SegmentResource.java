package org.customervaluesquads.signalservice.segment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Opened;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.intake.rest.Answers;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The doors that Segment's client libraries know. The write key names the source: it is the user of basic authorization,
 * or, as the library for Java has it, stands in the body.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "segment", description = "Doors for Segment's client libraries, unchanged but for their host")
@OnceCaughtUp
public class SegmentResource {

    /** How the names of these doors begin. */
    static final String DOORS = "v1/";

    private final Answers answers;
    private final ReadingMessages reading;
    private final Admission admission;
    private final Clock clock;

    SegmentResource(Answers answers, ReadingMessages reading, Admission admission, Clock clock) {
        this.answers = answers;
        this.reading = reading;
        this.admission = admission;
        this.clock = clock;
    }

    @POST
    @Path("/{kind: track|identify|page|screen|group|alias}")
    @Operation(summary = "Takes one message")
    @APIResponse(responseCode = "200", description = "In the log; it will be counted once")
    @APIResponse(responseCode = "400", description = "Not what the door takes; kept among the rejected signals")
    @APIResponse(responseCode = "401", description = "Without a write key that is valid; kept nowhere")
    @APIResponse(responseCode = "429", description = "The source is over its quota; send it again")
    public Uni<Response> one(
            @PathParam("kind") String kind,
            byte[] sent,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Instant now = clock.instant();
        Offered message = BatchReader.one(opened(sent, encoding, Limits.SIGNAL_BYTES_MAX));
        JsonNode json = message instanceof Offered.Legible legible ? legible.signal() : MissingNode.getInstance();
        Door door = door(kind, traceParent, caller(authorization, json, now));
        return take(door, () -> reading.one(message, kind, sourceOf(door), null, now), SegmentResource::answerToOne);
    }

    @POST
    @Path("/{door: batch|import}")
    @Operation(summary = "Takes up to 1,000 messages", description = "Of any kind, in the list that is called batch.")
    @APIResponse(
            responseCode = "200",
            description = "Every message was judged, and is in the log; those that were not accepted are listed")
    @APIResponse(responseCode = "400", description = "Not JSON, or without a batch; nothing of it was judged")
    @APIResponse(responseCode = "401", description = "Without a write key that is valid; kept nowhere")
    @APIResponse(responseCode = "413", description = "More or larger than a batch may be; nothing of it was judged")
    @APIResponse(responseCode = "429", description = "The source is over its quota; send all again")
    public Uni<Response> batch(
            @PathParam("door") String path,
            byte[] sent,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Instant now = clock.instant();
        JsonNode batch = batchIn(opened(sent, encoding, Limits.BATCH_BYTES_MAX));
        Door door = door(path, traceParent, caller(authorization, batch, now));
        return take(door, () -> reading.batch(batch, sourceOf(door), now), SuccessView::from);
    }

    /** Nothing is kept of a body that cannot be opened: the source's key may be inside it. */
    private static byte[] opened(byte[] sent, @Nullable String encoding, int bytesMax) {
        return switch (Opened.of(sent, encoding, bytesMax)) {
            case Opened.Plain plain -> plain.body();
            case Opened.TooLarge(int max) ->
                throw Problems.tooLarge("the body is larger than %,d bytes".formatted(max));
            case Opened.Unknown(String named) ->
                throw Problems.unsupported("Content-Encoding", "must be gzip: " + named);
            case Opened.Broken _ -> throw Problems.malformed("the body is not gzip");
        };
    }

    private @Nullable String caller(@Nullable String authorization, JsonNode body, Instant now) {
        return authorization == null
                ? admission.callerWith(body.path(ReadingMessages.WRITE_KEY).asText(""), now)
                : admission.callerOf(authorization, now);
    }

    private Door door(String path, @Nullable String traceParent, @Nullable String sourceId) {
        if (sourceId == null) {
            throw Problems.unauthorized("the write key is missing, or opens no source");
        }
        admission.waitOf(sourceId).ifPresent(wait -> {
            throw Problems.throttled("the source is over its quota; nothing of this was taken", wait);
        });
        return new Door(DOORS + path, sourceId, traceParent, sourceId);
    }

    private Uni<Response> take(Door door, Supplier<List<Offered>> read, Function<List<Verdict>, Object> view) {
        if (!reading.mayTakeLong(sourceOf(door))) {
            return Uni.createFrom().completionStage(answers.ok(door, read.get(), view));
        }
        return Uni.createFrom()
                .item(() -> mapped(door, read))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(signals -> Uni.createFrom().completionStage(answers.ok(door, signals, view)));
    }

    private List<Offered> mapped(Door door, Supplier<List<Offered>> read) {
        try (Admission.Mapping _ = admission
                .beginMapping(sourceOf(door))
                .orElseThrow(
                        () -> Problems.throttled("too many requests of the source are being mapped", Duration.ZERO))) {
            return read.get();
        }
    }

    private static JsonNode batchIn(byte[] body) {
        try {
            JsonNode batch = MessageJson.mapper().readTree(body);
            if (!batch.path("batch").isArray()) {
                throw Problems.malformed("the body must be a JSON object with a list of messages called batch");
            }
            if (batch.path("batch").size() > Limits.BATCH_SIGNALS_MAX) {
                throw Problems.tooLarge("a batch holds at most %,d messages".formatted(Limits.BATCH_SIGNALS_MAX));
            }
            return batch;
        } catch (IOException | NumberFormatException malformed) {
            throw Problems.malformed("the body is not JSON");
        }
    }

    private static Object answerToOne(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Rejected rejected) {
                throw Problems.refusedAsBad("the message was refused", rejected.reasons());
            }
        }
        return SuccessView.from(verdicts);
    }

    private static String sourceOf(Door door) {
        return Objects.requireNonNull(door.sourceId(), "a Segment door knows its source by the key");
    }
}
