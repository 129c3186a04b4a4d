package org.customervaluesquads.squadservice.decisions;

/** How a request to change decision rights ended. */
public sealed interface RightsOutcome {

    /** They are as they were wished. */
    record Given(DecisionRights rights) implements RightsOutcome {}

    /** There is no such squad. */
    record ForNobody() implements RightsOutcome {}

    /** The rights have changed since they were read. */
    record RightsOutdated(long version) implements RightsOutcome {}

    /** The squad is no more. */
    record TooLate() implements RightsOutcome {}
}
