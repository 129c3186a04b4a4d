package org.customervaluesquads.squadservice.formations;

import java.util.List;
import java.util.Optional;

/** Searches a team among candidates. */
public interface TeamSearch {

    /**
     * The team that fits best, as far as it is found; the same for the same candidates in the same order, the same
     * yardstick and the same seed. Absent when too many searches are under way.
     */
    Optional<List<Candidate>> search(Yardstick yardstick, List<Candidate> candidates, long seed);
}
