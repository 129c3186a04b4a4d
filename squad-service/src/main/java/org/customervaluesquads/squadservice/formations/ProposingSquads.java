package org.customervaluesquads.squadservice.formations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Proposes squads for a brief: the best team found, then others that share at most half of the smallest squad's number
 * with each before. No transaction is open during the search, which would keep a connection from others.
 */
@ApplicationScoped
public class ProposingSquads {

    /** How many people one search looks at. */
    public static final int MOST_CANDIDATES = 2_000;

    private final Candidates candidates;
    private final TeamSearch search;

    ProposingSquads(Candidates candidates, TeamSearch search) {
        this.candidates = candidates;
        this.search = search;
    }

    /** Proposals; fewer than are wanted when no further team differs enough, and none when too few people are free. */
    public FormationOutcome propose(Commission commission) {
        Brief brief = commission.brief();
        List<Candidate> free = candidates.free(brief, MOST_CANDIDATES);
        int alternatives = free.size() < brief.smallest() ? 0 : commission.alternatives();
        List<Proposal> proposals = new ArrayList<>();
        List<Set<UUID>> earlier = new ArrayList<>();
        while (proposals.size() < alternatives) {
            Yardstick yardstick = new Yardstick(brief, free, earlier);
            Optional<List<Candidate>> found = search.search(yardstick, free, commission.seed() + proposals.size());
            if (found.isEmpty()) {
                return new FormationOutcome.Busy();
            }
            Proposal proposal = Proposal.of(found.get(), yardstick);
            if (proposal.fit().faults() > 0) {
                break;
            }
            proposals.add(proposal);
            earlier.add(proposal.members().stream().map(Candidate::personId).collect(Collectors.toSet()));
        }
        return new FormationOutcome.Proposed(free.size(), List.copyOf(proposals));
    }
}
