package org.customervaluesquads.signalservice.intake.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway;
import org.customervaluesquads.signalservice.intake.kafka.Intake;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.problems.Problems;

/**
 * How every door answers: 202 with the verdicts when all is in the log that may be, 401 or 429 when nothing of it may be,
 * 503 when the log could not take it.
 */
@ApplicationScoped
class Answers {

    private final Intake intake;

    Answers(Intake intake) {
        this.intake = intake;
    }

    Uni<Response> take(Door door, List<Offered> offered, Function<List<Verdict>, Object> view) {
        return intake.take(door, offered)
                .map(verdicts -> {
                    refuseIfAllWereTurnedAway(verdicts);
                    return Response.accepted(view.apply(verdicts)).build();
                })
                .onFailure(KafkaException.class)
                .recoverWithItem(Answers::away);
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

    /** Answered and not thrown: while the log is away it is every answer, and none is worth a stack trace. */
    private static Response away() {
        return Problems.unavailable("the log could not take all of it; send all again, each signal is counted once")
                .toResponse();
    }
}
