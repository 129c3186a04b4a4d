package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.ws.rs.core.Response;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.DecisionOutcome;
import org.customervaluesquads.squadservice.decisions.Standing;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;

/** What HTTP answers to each outcome of a request to a decision. */
final class DecisionAnswers {

    private DecisionAnswers() {}

    static Response to(DecisionOutcome outcome) {
        return outcome instanceof DecisionOutcome.Written(Decision decision)
                ? shown(decision)
                : refusal(outcome).asResponse();
    }

    static Decision writtenOr(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Written(Decision decision)) {
            return decision;
        }
        throw refusal(outcome).asException();
    }

    static Response created(Decision decision) {
        return Versioned.created("/decisions/" + decision.id(), decision.version(), DecisionView.of(decision));
    }

    static Response shown(Decision decision) {
        return Versioned.ok(decision.version(), DecisionView.of(decision));
    }

    static Problem noSuchDecision() {
        return Problem.of(404, "There is no such decision.");
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
            case DecisionOutcome.SquadClosed() -> SquadAnswers.disbanded();
        };
    }
}
