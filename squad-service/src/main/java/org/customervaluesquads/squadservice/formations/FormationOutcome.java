package org.customervaluesquads.squadservice.formations;

import java.util.List;

/** How a request for proposals ended. */
public sealed interface FormationOutcome {

    /**
     * The search is over; the proposals come the best first.
     *
     * @param considered how many people could have been in them
     */
    record Proposed(int considered, List<Proposal> proposals) implements FormationOutcome {}

    /** Too many searches are under way. */
    record Busy() implements FormationOutcome {}
}
