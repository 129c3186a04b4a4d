package org.customervaluesquads.squadservice.decisions;

/** How a request to a decision ended. */
public sealed interface DecisionOutcome {

    /** It was written down. */
    record Written(Decision decision) implements DecisionOutcome {}

    /** There is no such decision. */
    record NoSuchDecision() implements DecisionOutcome {}

    /** The decision has changed since it was read. */
    record DecisionOutdated(long version) implements DecisionOutcome {}

    /** The decision does not stand where it would have to. */
    record StandsElsewhere(Standing standing, Standing needed) implements DecisionOutcome {}

    /** It is somebody else who must agree. */
    record NotTheirs(String mustAgree) implements DecisionOutcome {}

    /** The squad is no more. */
    record SquadClosed() implements DecisionOutcome {}
}
