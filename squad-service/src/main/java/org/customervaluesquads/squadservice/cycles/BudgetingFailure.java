package org.customervaluesquads.squadservice.cycles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;

/** Sets how many cycles of a squad may fail, and tells how many have. */
@ApplicationScoped
public class BudgetingFailure {

    private final Squads squads;
    private final Cycles cycles;
    private final FailureBudgets budgets;
    private final Chronicle chronicle;
    private final Clock clock;

    BudgetingFailure(Squads squads, Cycles cycles, FailureBudgets budgets, Chronicle chronicle, Clock clock) {
        this.squads = squads;
        this.cycles = cycles;
        this.budgets = budgets;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** How much of a squad's budget is used. */
    @Transactional
    public BudgetReading read(UUID squadId) {
        return read(budgets.find(squadId).orElseGet(() -> FailureBudget.usual(squadId)));
    }

    /** Gives a squad another budget. */
    @Transactional
    public BudgetOutcome set(UUID squadId, OptionalLong expected, int mostFailed, int days) {
        Optional<Squad> held = squads.hold(squadId);
        if (held.isEmpty()) {
            return new BudgetOutcome.SquadUnknown();
        }
        if (held.get().stage() == Stage.DISBANDED) {
            return new BudgetOutcome.SquadOver();
        }
        FailureBudget budget = budgets.find(squadId).orElseGet(() -> FailureBudget.usual(squadId));
        if (expected.isPresent() && expected.getAsLong() != budget.version()) {
            return new BudgetOutcome.BudgetOutdated(budget.version());
        }
        FailureBudget changed = budget.changed(mostFailed, days);
        budgets.keep(changed);
        chronicle.record(new Happening(squadId, held.get().version(), "failure-budget.set", clock.instant(), changed));
        return new BudgetOutcome.Set(read(changed));
    }

    private BudgetReading read(FailureBudget budget) {
        Instant since = clock.instant().minus(Duration.ofDays(budget.days()));
        return new BudgetReading(budget, since, cycles.count(budget.squadId(), since));
    }
}
