package org.customervaluesquads.squadservice.cycles.rest;

import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.BudgetReading;
import org.customervaluesquads.squadservice.cycles.CycleCounts;
import org.customervaluesquads.squadservice.cycles.FailureBudget;

/** How much of a squad's budget of failed cycles is used, as it is shown. */
record BudgetView(
        UUID squadId,
        long version,
        int mostFailed,
        int days,
        Instant since,
        int failed,
        int left,
        int running,
        int concluded,
        int kept,
        int dropped) {

    static BudgetView of(BudgetReading reading) {
        FailureBudget budget = reading.budget();
        CycleCounts counts = reading.counts();
        return new BudgetView(
                budget.squadId(),
                budget.version(),
                budget.mostFailed(),
                budget.days(),
                reading.since(),
                counts.failedLately(),
                reading.left(),
                counts.running(),
                counts.concluded(),
                counts.kept(),
                counts.dropped());
    }
}
