package org.customervaluesquads.signalservice.intake.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for a source's own events, whatever their form, and the place to try its mapping out. */
@Path("/sources/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
@OnceCaughtUp
public class SourceEventsResource {

    private final Sources sources;
    private final MappingEvents mapping;
    private final Answers answers;
    private final Admission admission;
    private final Clock clock;

    SourceEventsResource(Sources sources, MappingEvents mapping, Answers answers, Admission admission, Clock clock) {
        this.sources = sources;
        this.mapping = mapping;
        this.answers = answers;
        this.admission = admission;
        this.clock = clock;
    }

    @POST
    @Path("/events")
    @Consumes({MediaType.APPLICATION_JSON, SignalsResource.NDJSON})
    @Blocking // and not on a virtual thread: those give way only when they wait, and a mapping may reckon for long
    @Operation(
            summary = "Takes a source's own events",
            description = "Any JSON: one event, an array, or one a line; the source's mapping makes signals of them.")
    @APIResponse(responseCode = "202", description = "One verdict for each signal that the mapping made, in order")
    @APIResponse(responseCode = "401", description = "The source demands its write key; kept nowhere")
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(responseCode = "422", description = "The source has no mapping, or one that does not parse")
    @APIResponse(responseCode = "429", description = "The source is over its quota; kept nowhere, send it again")
    public Response events(
            @PathParam("id") String id,
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(CloudEventHeaders.TRACE_PARENT) @Nullable String traceParent) {
        Mapping usable = usable(id, null);
        String caller = admission.callerOf(authorization, clock.instant());
        if (!admission.mayEnter(id, caller)) {
            throw Problems.unauthorized("the source demands its write key");
        }
        admission.waitOf(id).ifPresent(wait -> {
            throw Problems.throttled("the source is over its quota; nothing of this was taken", wait);
        });
        Door door = new Door(EventsReading.DOOR, id, traceParent, caller);
        CompletionStage<Response> answer = answers.opened(
                door,
                sent,
                encoding,
                Limits.BATCH_BYTES_MAX,
                body -> take(door, body, eventsOf(body, contentType), usable));
        return Uni.createFrom().completionStage(answer).await().atMost(SignalLog.ANSWERS_WITHIN);
    }

    private CompletionStage<Response> take(Door door, byte[] body, BatchReader.Batch batch, Mapping usable) {
        return switch (batch) {
            case BatchReader.Batch.Malformed(String reason) -> answers.malformed(door, BatchReader.whole(reason, body));
            case BatchReader.Batch.TooMany() ->
                throw Problems.tooLarge("a batch holds at most %,d events".formatted(Limits.BATCH_SIGNALS_MAX));
            case BatchReader.Batch.Parts(List<Offered> events) ->
                answers.take(door, mapped(Objects.requireNonNull(door.sourceId()), events, usable), VerdictsView::from);
        };
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Tries a mapping out",
            description = "Maps and judges the events as the door would, with the given mapping or else the source's"
                    + " own, and stores nothing.")
    @APIResponse(responseCode = "200", description = "Each signal with its verdict")
    public PreviewView preview(@PathParam("id") String id, @NotNull @Valid PreviewRequest request) {
        Mapping usable = usable(id, request.mapping());
        return mapping.preview(request.events(), usable, id);
    }

    private List<Offered> mapped(String id, List<Offered> events, Mapping usable) {
        Optional<Admission.Mapping> place = admission.beginMapping(id);
        if (place.isEmpty()) {
            throw Problems.throttled("too many requests of the source are being mapped", Duration.ZERO);
        }
        try (Admission.Mapping _ = place.get()) {
            return mapping.map(events, usable, id);
        }
    }

    private Mapping usable(String sourceId, @Nullable String template) {
        if (sources.find(sourceId) == null) {
            throw Problems.notFound("there is no source " + sourceId);
        }
        Mapping.Parsed parsed = template == null ? sources.mappingOf(sourceId) : Mapping.parse(template);
        return switch (parsed) {
            case null ->
                throw Problems.refused("the source has no mapping", List.of(new Reason("mapping", "is missing")));
            case Mapping.Parsed.Broken(String reason) ->
                throw Problems.refused("the mapping is no JSLT template", List.of(new Reason("mapping", reason)));
            case Mapping.Parsed.Usable(Mapping mapping) -> mapping;
        };
    }

    private static BatchReader.Batch eventsOf(byte[] body, @Nullable String contentType) {
        if (SignalsResource.isLines(contentType)) {
            return BatchReader.lines(body);
        }
        return isArray(body) ? BatchReader.array(body) : new BatchReader.Batch.Parts(List.of(BatchReader.one(body)));
    }

    private static boolean isArray(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '[';
            }
        }
        return false;
    }
}
