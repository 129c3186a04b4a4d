package org.customervaluesquads.squadservice.formations;

import java.util.List;

/** Who could be in squads. */
public interface Candidates {

    /**
     * At most so many people who have the brief's allocation free from its day on, those first who can do most of what
     * is asked; always the same ones in the same order.
     */
    List<Candidate> free(Brief brief, int most);
}
