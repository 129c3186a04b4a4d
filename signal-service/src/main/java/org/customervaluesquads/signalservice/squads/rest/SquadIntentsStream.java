package org.customervaluesquads.signalservice.squads.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.squads.Offsets;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.squads.kafka.SquadIntents;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What squads are told, as it is told. Each listener reads the topic itself, as fast as its line takes it. */
@Path("/stream/squad-intents")
@Tag(name = "intents")
@OnceCaughtUp
public class SquadIntentsStream {

    private static final Logger LOG = LoggerFactory.getLogger(SquadIntentsStream.class);
    private static final Duration LINE_IS_FULL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final SignalServiceConfig config;
    private final SquadScopes squads;
    private final Semaphore free;

    SquadIntentsStream(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            SignalServiceConfig config,
            SquadScopes squads) {
        this.kafka = kafka;
        this.config = config;
        this.squads = squads;
        this.free = new Semaphore(config.live().listenersMax());
    }

    /** What a listener wants to hear; everything where a list is empty. */
    private record Wanted(List<String> squads, List<String> intents, List<String> stages) {

        boolean holds(JsonNode told) {
            return (squads.isEmpty() || squads.contains(told.path("squadId").asText()))
                    && (intents.isEmpty()
                            || intents.contains(told.path("intent").asText()))
                    && (stages.isEmpty() || stages.contains(told.path("stage").asText()));
        }
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Squads' intents as they change",
            description =
                    "Each change as it appears on the topic squad-intents: event squad-intent, its data as on the topic."
                            + " Whoever comes back with the id of the last event as Last-Event-ID is told what came since, as far as"
                            + " the topic keeps it. Comments keep the line open.")
    @APIResponse(responseCode = "200", description = "The events, until the listener goes")
    @APIResponse(responseCode = "404", description = "There is no such squad, or it is disbanded")
    @APIResponse(responseCode = "422", description = "Last-Event-ID is the id of no event")
    @APIResponse(responseCode = "503", description = "As many listen to this instance as may")
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @Parameter(description = "A squad's id; repeatable; all squads without it") @QueryParam("squad")
                    List<String> squad,
            @Parameter(description = "An intent's name; repeatable") @QueryParam("intent") List<String> intent,
            @Parameter(description = "A stage; repeatable") @QueryParam("stage") List<String> stage,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        squad.stream().filter(id -> squads.find(id).isEmpty()).findFirst().ifPresent(unknown -> {
            throw Problems.notFound("there is no squad " + unknown);
        });
        Offsets from = lastEventId == null || lastEventId.isEmpty() ? null : Offsets.read(lastEventId);
        if (from == null && lastEventId != null && !lastEventId.isEmpty()) {
            throw Problems.refused(
                    "it is not known where to go on", List.of(new Reason("Last-Event-ID", "is the id of no event")));
        }
        if (!free.tryAcquire()) {
            throw Problems.unavailable("as many listen as may; try again, or ask another instance");
        }
        Wanted wanted = new Wanted(squad, intent, stage);
        return Multi.createFrom().emitter(emitter -> listen(sse, wanted, from, emitter), BackPressureStrategy.ERROR);
    }

    private void listen(
            Sse sse, Wanted wanted, @Nullable Offsets from, MultiEmitter<? super OutboundSseEvent> emitter) {
        Thread.ofVirtual().name("squad-intents-listener").start(() -> {
            try (SquadIntents topic = new SquadIntents(kafka, Topics.SQUAD_INTENTS.in(config.prefix()), from)) {
                follow(sse, wanted, topic, emitter);
                emitter.complete();
            } catch (KafkaException away) {
                LOG.atWarn().addKeyValue("reason", away.toString()).log("squads' intents cannot be followed");
                emitter.complete();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                emitter.complete();
            } finally {
                free.release();
            }
        });
    }

    private void follow(Sse sse, Wanted wanted, SquadIntents topic, MultiEmitter<? super OutboundSseEvent> emitter)
            throws InterruptedException {
        long beaten = System.nanoTime();
        emit(emitter, sse.newEventBuilder().comment("listening").build());
        while (!emitter.isCancelled()) {
            ConsumerRecord<String, byte[]> record = topic.next();
            OutboundSseEvent event = record == null ? null : event(sse, wanted, record, topic.offsets());
            if (event != null) {
                emit(emitter, event);
            } else if (System.nanoTime() - beaten > config.live().heartbeat().toNanos()) {
                beaten = System.nanoTime();
                emit(emitter, sse.newEventBuilder().comment("nothing new").build());
            }
        }
    }

    /** What a slow line does not take waits in the topic. */
    private static void emit(MultiEmitter<? super OutboundSseEvent> emitter, OutboundSseEvent event)
            throws InterruptedException {
        while (emitter.requested() == 0 && !emitter.isCancelled()) {
            Thread.sleep(LINE_IS_FULL);
        }
        emitter.emit(event);
    }

    private static @Nullable OutboundSseEvent event(
            Sse sse, Wanted wanted, ConsumerRecord<String, byte[]> record, Offsets offsets) {
        try {
            JsonNode told = MessageJson.mapper().readTree(record.value());
            return told == null || !wanted.holds(told)
                    ? null
                    : sse.newEventBuilder()
                            .id(offsets.id())
                            .name("squad-intent")
                            .data(told.toString())
                            .build();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
