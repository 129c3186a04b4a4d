package org.customervaluesquads.signalservice.rejected.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.signalservice.intake.kafka.Replaying;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Refused signals: listed, searched, and judged again once what was wrong is mended; whichever instance is asked. */
@Path("/signals/rejected")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rejected", description = "Signals that were refused, each with its reasons")
@OnceCaughtUp
public class RejectedResource {

    private static final int PAGE_MAX = 200;
    private static final int REPLAYED_MAX = 1_000;

    private final ReadingRejected reading;
    private final Replaying replaying;

    RejectedResource(ReadingRejected reading, Replaying replaying) {
        this.reading = reading;
        this.replaying = replaying;
    }

    @GET
    @Operation(summary = "Lists refused signals, newest first", description = "Within a second after the refusal.")
    @APIResponse(responseCode = "200", description = "A page; those that were replayed say when, and with what verdict")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public RejectedView list(
            @BeanParam AskedRequest request,
            @Parameter(description = "What the page before gave as next") @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit,
            @Parameter(hidden = true) @HeaderParam(OtherKeeper.FROM_INSTANCE) @Nullable String from) {
        return answered(() -> reading.list(request.asked(), after, limit, from != null));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows one refused signal")
    @APIResponse(responseCode = "404", description = "There is none with this id, or it was kept as long as it may be")
    public SignalRejected find(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(OtherKeeper.FROM_INSTANCE) @Nullable String from) {
        return answered(() -> reading.find(id, from != null))
                .orElseThrow(() -> Problems.notFound("there is no refused signal " + id));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            summary = "Judges one refused signal again",
            description =
                    "By the rules, sources and mappings of now; accepted, it counts once, however often replayed.")
    @APIResponse(responseCode = "200", description = "The refused signal, with the verdict and the newest reasons")
    public SignalRejected replay(@PathParam("id") String id) {
        return replayed(List.of(find(id, null))).getFirst();
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Judges refused signals again",
            description = "Those asked for that no replay has settled yet, newest first; to be repeated with what it"
                    + " gives as next.")
    public ReplayedView replayAll(
            @BeanParam AskedRequest request,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(REPLAYED_MAX) int limit) {
        List<SignalRejected> replayed = new ArrayList<>();
        String next = after;
        do {
            String behind = next;
            int page = Math.min(PAGE_MAX, limit - replayed.size());
            RejectedView found = answered(() -> reading.list(request.asked().onlyOpen(), behind, page, false));
            replayed.addAll(replayed(found.items()));
            next = found.next();
        } while (next != null && replayed.size() < limit);
        return ReplayedView.from(replayed, next);
    }

    private List<SignalRejected> replayed(List<SignalRejected> refused) {
        try {
            return refused.stream()
                    .map(one -> replaying.replay(one, null).await().atMost(SignalLog.ANSWERS_WITHIN))
                    .toList();
        } catch (KafkaException away) {
            throw Problems.unavailable("the log could not take all of it; replay again, each signal is counted once");
        }
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidStateStoreException | IllegalStateException moving) {
            throw Problems.unavailable("the topology does not run yet, or its partitions move");
        } catch (ProcessingException away) {
            throw Problems.unavailable("another instance did not answer");
        } catch (WebApplicationException refused) {
            throw refused.getResponse().getStatus() < 500
                    ? refused
                    : Problems.unavailable("another instance did not answer");
        }
    }
}
