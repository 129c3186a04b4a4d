package org.customervaluesquads.squadservice.cycles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;

/** Plans, starts, cancels and concludes cycles; whoever does, holds the squad, so that its history is in order. */
@ApplicationScoped
public class RunningCycles {

    private final Squads squads;
    private final Cycles cycles;
    private final BudgetingFailure budgetingFailure;
    private final Chronicle chronicle;
    private final Clock clock;

    RunningCycles(Squads squads, Cycles cycles, BudgetingFailure budgetingFailure, Chronicle chronicle, Clock clock) {
        this.squads = squads;
        this.cycles = cycles;
        this.budgetingFailure = budgetingFailure;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Plans a cycle under this id; the squad has to be there, and not disbanded. */
    @Transactional
    public Cycle plan(UUID id, UUID squadId, CyclePlan plan) {
        Squad squad = squads.hold(squadId).orElseThrow();
        Cycle cycle = Cycle.planned(id, squadId, plan, clock.instant());
        cycles.add(cycle);
        tell(squad, "cycle.planned", cycle);
        return cycle;
    }

    /** Changes what a cycle is to be, as long as it has not begun. */
    @Transactional
    public CycleOutcome replan(UUID id, OptionalLong expected, CyclePlan plan) {
        return change(id, expected, "cycle.replanned", cycle -> cycle.replan(plan));
    }

    /** Begins a cycle, as long as the squad's budget of failed cycles is not used. */
    @Transactional
    public CycleOutcome start(UUID id, OptionalLong expected) {
        return change(id, expected, "cycle.started", cycle -> {
            BudgetReading reading = budgetingFailure.read(cycle.squadId());
            return reading.left() > 0 ? cycle.start(clock.instant()) : new CycleOutcome.BudgetUsed(reading);
        });
    }

    /** Gives up a cycle that has not begun. */
    @Transactional
    public CycleOutcome cancel(UUID id, OptionalLong expected) {
        return change(id, expected, "cycle.cancelled", cycle -> cycle.cancel(clock.instant()));
    }

    /** Ends a cycle with a verdict. */
    @Transactional
    public CycleOutcome conclude(UUID id, OptionalLong expected, Verdict verdict) {
        return change(id, expected, "cycle.concluded", cycle -> cycle.conclude(verdict, clock.instant()));
    }

    private CycleOutcome change(UUID id, OptionalLong expected, String event, Function<Cycle, CycleOutcome> wished) {
        Optional<UUID> squadId = cycles.squadOf(id);
        if (squadId.isEmpty()) {
            return new CycleOutcome.NoSuchCycle();
        }
        Squad squad = squads.hold(squadId.get()).orElseThrow();
        Cycle cycle = cycles.find(id).orElseThrow();
        if (expected.isPresent() && expected.getAsLong() != cycle.version()) {
            return new CycleOutcome.OutdatedCycle(cycle.version());
        }
        if (squad.stage() == Stage.DISBANDED) {
            return new CycleOutcome.SquadDisbanded();
        }
        CycleOutcome outcome = wished.apply(cycle);
        if (outcome instanceof CycleOutcome.Done(Cycle changed)) {
            cycles.replace(changed);
            tell(squad, event, changed);
        }
        return outcome;
    }

    private void tell(Squad squad, String event, Cycle cycle) {
        chronicle.record(new Happening(squad.id(), squad.version(), event, clock.instant(), cycle));
    }
}
