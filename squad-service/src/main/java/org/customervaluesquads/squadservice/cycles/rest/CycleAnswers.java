package org.customervaluesquads.squadservice.cycles.rest;

import jakarta.ws.rs.core.Response;
import org.customervaluesquads.squadservice.cycles.BudgetReading;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CycleOutcome;
import org.customervaluesquads.squadservice.cycles.CycleState;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;

/** What HTTP answers to each outcome of a request to a cycle. */
final class CycleAnswers {

    private CycleAnswers() {}

    static Response to(CycleOutcome outcome) {
        return switch (outcome) {
            case CycleOutcome.Done(Cycle cycle) -> shown(cycle);
            case CycleOutcome.NoSuchCycle() -> noSuchCycle().asResponse();
            case CycleOutcome.OutdatedCycle(long version) ->
                ExpectedVersion.stale(version).asResponse();
            case CycleOutcome.WrongState(CycleState state, CycleState needed) ->
                Problem.of(409, "The cycle is " + state + ".")
                        .with("state", "must be " + needed + " for this")
                        .asResponse();
            case CycleOutcome.BudgetUsed(BudgetReading reading) -> budgetUsed(reading);
            case CycleOutcome.Unfounded() ->
                Problem.of(400, "A verdict needs evidence, or a reason why there is none.")
                        .with("evidence", "is empty, and nothing is known from the metrics")
                        .with("reasonWithoutEvidence", "must say why the verdict is given without evidence")
                        .asResponse();
            case CycleOutcome.SquadDisbanded() -> SquadAnswers.disbanded().asResponse();
        };
    }

    static Response shown(Cycle cycle) {
        return Versioned.ok(cycle.version(), cycle);
    }

    static Problem noSuchCycle() {
        return Problem.of(404, "There is no such cycle.");
    }

    private static Response budgetUsed(BudgetReading reading) {
        return Problem.of(409, "The squad's budget of failed cycles is used: learn from those before the next.")
                .with(
                        "failureBudget",
                        "%d cycles of at most %d were dropped within %d days"
                                .formatted(
                                        reading.counts().failedLately(),
                                        reading.budget().mostFailed(),
                                        reading.budget().days()))
                .asResponse();
    }
}
