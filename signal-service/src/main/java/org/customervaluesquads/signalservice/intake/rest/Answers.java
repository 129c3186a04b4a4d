package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Opened;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway;
import org.customervaluesquads.signalservice.intake.kafka.Intake;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * How every door answers: 202 with the verdicts when all is in the log that may be, 401 or 429 when nothing of it may be,
 * 503 when the log could not take it.
 */
@ApplicationScoped
public class Answers {

    private static final ObjectWriter JSON = MessageJson.mapper().writer();

    private final Intake intake;

    Answers(Intake intake) {
        this.intake = intake;
    }

    CompletionStage<Response> take(Door door, List<Offered> offered, Function<List<Verdict>, Object> view) {
        return take(door, offered, view, Response.Status.ACCEPTED);
    }

    /** The same with 200, for clients that know no other success. */
    public CompletionStage<Response> ok(Door door, List<Offered> offered, Function<List<Verdict>, Object> view) {
        return take(door, offered, view, Response.Status.OK);
    }

    private CompletionStage<Response> take(
            Door door, List<Offered> offered, Function<List<Verdict>, Object> view, Response.Status success) {
        return intake.take(door, offered)
                .thenApply(verdicts -> answer(success, verdicts, view))
                .exceptionally(Answers::failed);
    }

    private static Response answer(
            Response.Status success, List<Verdict> verdicts, Function<List<Verdict>, Object> view) {
        try {
            refuseIfAllWereTurnedAway(verdicts);
            return Response.status(success)
                    .entity(written(view.apply(verdicts)))
                    .build();
        } catch (HttpProblem refused) {
            return refused.toResponse();
        }
    }

    private static Response failed(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() instanceof KafkaException) {
            return away();
        }
        throw new IllegalStateException("a request could not be answered", failure);
    }

    private static void refuseIfAllWereTurnedAway(List<Verdict> verdicts) {
        Duration longest = Duration.ZERO;
        boolean keyMissing = false;
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Accepted _, Verdict.Rejected _ -> {
                    return;
                }
                case TurnedAway.KeyMissing _ -> keyMissing = true;
                case TurnedAway.OverQuota over ->
                    longest = longest.compareTo(over.retryAfter()) < 0 ? over.retryAfter() : longest;
            }
        }
        if (keyMissing) {
            throw Problems.unauthorized("the source demands its write key");
        } else if (!verdicts.isEmpty()) {
            throw Problems.throttled("the source is over its quota; nothing of this was taken", longest);
        }
    }

    /**
     * Opens a body and goes on with it; answers 413 or 415 when it cannot, or 400 when it is not what its encoding says,
     * which then is kept among the rejected, as far as it can be read: in bytes that cannot, nobody who is to be forgotten
     * could be found.
     */
    CompletionStage<Response> opened(
            Door door,
            byte[] sent,
            @Nullable String encoding,
            int bytesMax,
            Function<byte[], CompletionStage<Response>> then) {
        return switch (Opened.of(sent, encoding, bytesMax)) {
            case Opened.Plain plain -> then.apply(plain.body());
            case Opened.TooLarge(int max) ->
                throw Problems.tooLarge("the body is larger than %,d bytes".formatted(max));
            case Opened.Unknown(String named) ->
                throw Problems.unsupported("Content-Encoding", "must be gzip: " + named);
            case Opened.Broken broken -> malformed(door, BatchReader.whole("is not gzip", broken.legible()));
        };
    }

    /** Answers 400 to a body of which nothing could be judged, once it is kept among the rejected. */
    CompletionStage<Response> malformed(Door door, Offered.Illegible body) {
        return take(door, List.of(body), _ -> {
            throw Problems.malformed("the body " + body.reason().reason());
        });
    }

    /** Written here: on its way through the container, each answer would be looked at anew. */
    private static byte[] written(Object view) {
        try {
            return JSON.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON", impossible);
        }
    }

    /** Answered and not thrown: while the log is away it is every answer, and none is worth a stack trace. */
    private static Response away() {
        return Problems.unavailable("the log could not take all of it; send all again, each signal is counted once")
                .toResponse();
    }
}
