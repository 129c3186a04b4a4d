package org.customervaluesquads.squadservice.cycles;

/** How a request to a cycle ended. */
public sealed interface CycleOutcome {

    /** The cycle is as it was wished. */
    record Done(Cycle cycle) implements CycleOutcome {}

    /** There is no such cycle. */
    record NoSuchCycle() implements CycleOutcome {}

    /** The cycle has changed since it was read. */
    record OutdatedCycle(long version) implements CycleOutcome {}

    /** The cycle is not in the state for this. */
    record WrongState(CycleState state, CycleState needed) implements CycleOutcome {}

    /** The squad has had as many failed cycles as it may. */
    record BudgetUsed(BudgetReading reading) implements CycleOutcome {}

    /** A verdict with neither evidence nor a reason why there is none. */
    record Unfounded() implements CycleOutcome {}

    /** The squad of the cycle is no more. */
    record SquadDisbanded() implements CycleOutcome {}
}
