package org.customervaluesquads.metricsservice.streaming.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.customervaluesquads.metricsservice.restating.store.SquadMetrics;
import org.customervaluesquads.metricsservice.squads.store.Squads;
import org.customervaluesquads.metricsservice.streaming.Heard;
import org.customervaluesquads.metricsservice.streaming.Position;
import org.customervaluesquads.metricsservice.streaming.kafka.Listeners;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Restatements as server-sent events. */
@Path("/stream/squad-metrics")
class SquadMetricsStream {

    private final Listeners listeners;
    private final SquadMetrics metrics;
    private final Squads squads;
    private final CurrentDefinitions current;
    private final int currentValues;

    SquadMetricsStream(
            Listeners listeners,
            SquadMetrics metrics,
            Squads squads,
            CurrentDefinitions current,
            MetricsSettings settings) {
        this.listeners = listeners;
        this.metrics = metrics;
        this.squads = squads;
        this.current = current;
        this.currentValues = settings.streaming().currentValues();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Squads' metrics as they are restated",
            description = "First the newest values, then each restatement as it appears on the topic squad-metrics: "
                    + "event squad-metric, its data as on the topic. A listener that comes back with the "
                    + "Last-Event-ID gets the "
                    + "newest value of each that was restated meanwhile, or if that is too much, what is current. A "
                    + "listener that is too slow gets an event dropped with the reason, and the stream ends. Comments "
                    + "keep the line open.")
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @Parameter(description = "A squad's id; repeatable; all squads without it.") @QueryParam("squad")
                    List<String> squad,
            @Parameter(description = "A metric's whole name, or the name before the slash; repeatable.")
                    @QueryParam("metric")
                    List<String> metric,
            @Parameter(description = "The id of the last event that was heard.")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Nullable
                    String lastEventId) {
        List<FieldError> errors = Understanding.unknown(metric, current.now().names());
        if (!errors.isEmpty()) {
            throw new RefusedRequest(errors);
        }
        squad.stream().filter(id -> squads.named(id).isEmpty()).findFirst().ifPresent(unknown -> {
            throw new UnknownSquad(unknown);
        });
        if (listeners.areEnough()) {
            throw new ServiceUnavailableException("as many listen as may");
        }
        return listeners
                .listen(
                        restated -> (squad.isEmpty() || squad.contains(restated.squadId()))
                                && MetricsQuestion.matches(metric, restated.metric()),
                        Optional.ofNullable(lastEventId).flatMap(Position::parse),
                        () -> metrics.current(squad, metric, currentValues))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(heard -> event(sse, heard));
    }

    private static OutboundSseEvent event(Sse sse, Heard heard) {
        return switch (heard) {
            case Heard.Value(SquadMetricRestated restated, Position position) ->
                sse.newEventBuilder()
                        .id(position.written())
                        .name("squad-metric")
                        .data(json(restated))
                        .build();
            case Heard.Heartbeat() ->
                sse.newEventBuilder().comment("nothing new").build();
            case Heard.Dropped(String reason) ->
                sse.newEventBuilder().name("dropped").data(reason).build();
        };
    }

    private static String json(SquadMetricRestated restated) {
        try {
            return MessageJson.mapper().writeValueAsString(restated);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a restatement that cannot be written", unwritable);
        }
    }
}
