package org.customervaluesquads.squadservice.cycles;

/** How a request to set a failure budget ended. */
public sealed interface BudgetOutcome {

    /** It is as it was wished. */
    record Set(BudgetReading reading) implements BudgetOutcome {}

    /** There is no such squad. */
    record SquadUnknown() implements BudgetOutcome {}

    /** The budget has changed since it was read. */
    record BudgetOutdated(long version) implements BudgetOutcome {}

    /** The squad is no more. */
    record SquadOver() implements BudgetOutcome {}
}
