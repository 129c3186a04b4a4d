package org.customervaluesquads.squadservice.squads;

import java.util.List;

/** How a request to a squad ended. */
public sealed interface SquadOutcome {

    /** The squad is as it was wished; {@code joined} tells a new member from one who was there. */
    record Done(Squad squad, boolean joined) implements SquadOutcome {}

    /** It was not done, and nothing has changed. */
    sealed interface Refused extends SquadOutcome {}

    /** There is no such squad. */
    record NoSuchSquad() implements Refused {}

    /** There is no such person. */
    record NoSuchPerson() implements Refused {}

    /** The person is there, but not in the squad. */
    record NotAMember() implements Refused {}

    /** The squad has changed since it was read. */
    record Stale(long version) implements Refused {}

    /** The squad is no more, and stays as it was in the end. */
    record AlreadyDisbanded() implements Refused {}

    /** The squad is not where it would have to be to reach the stage. */
    record NotReady(Stage wished, List<Unmet> unmet) implements Refused {}

    /** A condition that does not hold: what it is about, and why it does not. */
    record Unmet(String field, String reason) {}

    /** The squad has as many people as a squad can have. */
    record Full(int most) implements Refused {}

    /** The person would be given more work than there is time. */
    record OverAllocated(Allocation highest) implements Refused {}
}
