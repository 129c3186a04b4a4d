package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.ws.rs.core.Response;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.DecisionOutcome;
import org.customervaluesquads.squadservice.decisions.Standing;
import org.customervaluesquads.squadservice.idempotency.rest.Created;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;

/** What HTTP answers to each outcome of a request to a decision. */
final class DecisionAnswers {

    private DecisionAnswers() {}

    static Response to(DecisionOutcome outcome) {
        return outcome instanceof DecisionOutcome.Written(Decision decision)
                ? with(Response.ok(), decision)
                : refusal(outcome).asResponse();
    }

    static Decision writtenOr(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Written(Decision decision)) {
            return decision;
        }
        throw refusal(outcome).asException();
    }

    static Created created(Decision decision) {
        return new Created("/decisions/" + decision.id(), decision.version(), DecisionView.of(decision));
    }

    static Response with(Response.ResponseBuilder answer, Decision decision) {
        return answer.tag(ExpectedVersion.tag(decision.version()))
                .entity(DecisionView.of(decision))
                .build();
    }

    static Problem noSuchDecision() {
        return Problem.of(404, "There is no such decision.");
    }

    static Problem disbanded() {
        return Problem.of(409, "The squad was disbanded, and stays as it was in the end.");
    }

    private static Problem refusal(DecisionOutcome outcome) {
        return switch (outcome) {
            case DecisionOutcome.Written written -> throw new IllegalStateException("no refusal: " + written);
            case DecisionOutcome.NoSuchDecision() -> noSuchDecision();
            case DecisionOutcome.DecisionOutdated(long version) -> ExpectedVersion.stale(version);
            case DecisionOutcome.StandsElsewhere(Standing standing, Standing needed) ->
                Problem.of(409, "The decision is " + standing + ".")
                        .with("standing", "must be " + needed + " for this");
            case DecisionOutcome.NotTheirs(String mustAgree) ->
                Problem.of(409, "It is somebody else who must agree.").with("by", "must be " + mustAgree);
            case DecisionOutcome.SquadClosed() -> disbanded();
        };
    }
}
