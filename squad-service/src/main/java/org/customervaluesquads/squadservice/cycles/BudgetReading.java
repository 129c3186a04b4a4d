package org.customervaluesquads.squadservice.cycles;

import java.time.Instant;

/** How much of a squad's budget of failed cycles is used. */
public record BudgetReading(FailureBudget budget, Instant since, CycleCounts counts) {

    /** How many may still fail. */
    public int left() {
        return Math.max(0, budget.mostFailed() - counts.failedLately());
    }
}
