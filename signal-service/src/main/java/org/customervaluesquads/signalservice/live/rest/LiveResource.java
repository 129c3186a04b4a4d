package org.customervaluesquads.signalservice.live.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.live.Heard;
import org.customervaluesquads.signalservice.live.Listener;
import org.customervaluesquads.signalservice.live.kafka.Listeners;
import org.customervaluesquads.signalservice.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is arriving and what becomes of it, for whoever connects a new silo. */
@Path("/signals/live")
@Tag(name = "signals")
public class LiveResource {

    private final Listeners listeners;
    private final int waitingMax;

    LiveResource(Listeners listeners, SignalServiceConfig config) {
        this.listeners = listeners;
        this.waitingMax = config.live().waitingMax();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Shows what is arriving, and what becomes of it",
            description = "Server-sent events, whichever instance the signals came to: listening when all that comes"
                    + " from then on is told, and again after the log was away; for a signal accepted, then counted,"
                    + " withheld (about nobody, with the reason) or duplicate; or rejected (with the reasons), and"
                    + " replayed with its verdict; missed with a number when the listener was too slow and the oldest were dropped."
                    + " Comments keep the line open.")
    @APIResponse(responseCode = "200", description = "The events, until the listener goes")
    @APIResponse(responseCode = "503", description = "As many listen to this instance as may")
    public Multi<OutboundSseEvent> live(
            @Context Sse sse,
            @Parameter(description = "A source's id; all sources without it")
                    @QueryParam("source")
                    @Size(min = 1, max = Limits.WORD_CHARACTERS_MAX)
                    @Nullable
                    String source) {
        Listener listener = new Listener(source, waitingMax);
        if (!listeners.add(listener)) {
            throw Problems.unavailable("as many listen as may; try again, or ask another instance");
        }
        return Multi.createFrom()
                .<Heard>emitter(emitter -> listen(listener, emitter), BackPressureStrategy.ERROR)
                .map(heard -> event(sse, heard));
    }

    private void listen(Listener listener, MultiEmitter<? super Heard> emitter) {
        emitter.onTermination(() -> listeners.remove(listener));
        // Both ends wake it: there is something to hear, or the line takes more.
        Runnable hearOn = () -> hearOn(listener, emitter);
        emitter.onRequest(more -> hearOn.run());
        listener.whenHeard(hearOn);
        hearOn.run();
    }

    /** As much as the line takes; what it does not take waits with the listener, where the oldest gives way. */
    private static void hearOn(Listener listener, MultiEmitter<? super Heard> emitter) {
        synchronized (emitter) {
            while (emitter.requested() > 0 && !emitter.isCancelled()) {
                Heard heard = listener.next();
                if (heard == null) {
                    return;
                }
                emitter.emit(heard);
            }
        }
    }

    private static OutboundSseEvent event(Sse sse, Heard heard) {
        return switch (heard) {
            case Heard.Listening() -> event(sse, "listening", Map.of());
            case Heard.Told told -> event(sse, told.happening().fate().word(), told.happening());
            case Heard.Missed(long happenings) -> event(sse, "missed", Map.of("missed", happenings));
            case Heard.Heartbeat() ->
                sse.newEventBuilder().comment("nothing new").build();
        };
    }

    private static OutboundSseEvent event(Sse sse, String name, Object told) {
        try {
            return sse.newEventBuilder()
                    .name(name)
                    .data(MessageJson.mapper().writeValueAsString(told))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what happened cannot be written", impossible);
        }
    }
}
