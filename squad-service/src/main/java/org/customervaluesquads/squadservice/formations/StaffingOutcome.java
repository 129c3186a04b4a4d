package org.customervaluesquads.squadservice.formations;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Squad;

/** How a request to form a squad of a proposal ended. */
public sealed interface StaffingOutcome {

    /** The squad is there, with its people. */
    record Staffed(Squad squad) implements StaffingOutcome {}

    /** There are no such proposals, or no such one among them. */
    record NoSuchProposal() implements StaffingOutcome {}

    /** A squad was formed of it before. */
    record FormedBefore(UUID squadId) implements StaffingOutcome {}

    /** Who is to lead is not among those who were proposed. */
    record LeadNotProposed() implements StaffingOutcome {}

    /** Some have less time by now than was proposed. */
    record NoLongerFree(List<Engaged> engaged) implements StaffingOutcome {}

    /** Somebody, by their place in the proposal, who would have more work than there is time. */
    record Engaged(int place, String name, Allocation highest) {}
}
