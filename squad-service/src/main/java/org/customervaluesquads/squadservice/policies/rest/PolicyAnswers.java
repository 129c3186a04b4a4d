package org.customervaluesquads.squadservice.policies.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.customervaluesquads.squadservice.policies.PolicyLayer;
import org.customervaluesquads.squadservice.policies.PolicyOutcome;
import org.customervaluesquads.squadservice.policies.PolicyOutcome.Lock;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;

/** What HTTP answers to each outcome of a request to set policies. */
final class PolicyAnswers {

    private PolicyAnswers() {}

    static Response to(PolicyOutcome outcome) {
        return switch (outcome) {
            case PolicyOutcome.Done done -> with(done.layer());
            case PolicyOutcome.Outdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
            case PolicyOutcome.Locked(List<Lock> locks) -> problem(locks).asResponse();
            case PolicyOutcome.RefusedBySquad(SquadOutcome.Refused reason) ->
                SquadAnswers.problem(reason).asResponse();
        };
    }

    static Response with(PolicyLayer layer) {
        return Versioned.ok(layer.version(), PolicyLayerView.of(layer));
    }

    private static Problem problem(List<Lock> locks) {
        Problem problem = Problem.of(409, "A more general layer has locked some of the values.");
        for (Lock lock : locks) {
            String by = (lock.by().level() + " " + lock.by().name()).strip();
            problem = problem.with(
                    "policies[%d].value".formatted(lock.place()),
                    "is locked by the layer %s at %s".formatted(by, lock.value()));
        }
        return problem;
    }
}
