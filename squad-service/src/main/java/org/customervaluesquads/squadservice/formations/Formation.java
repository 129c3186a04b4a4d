package org.customervaluesquads.squadservice.formations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Squads that were proposed for a mission, kept as they were then.
 *
 * @param considered how many people could have been in them
 * @param proposals the best first; the first has the number 1
 * @param formed which squads were formed of them, by the numbers of the proposals
 */
public record Formation(
        UUID id,
        Instant proposedAt,
        Commission commission,
        int considered,
        List<Proposal> proposals,
        Map<Integer, UUID> formed) {

    /** Whether there is a proposal with this number. */
    public boolean has(int number) {
        return number >= 1 && number <= proposals.size();
    }

    /** The proposal with this number. */
    public Proposal proposal(int number) {
        return proposals.get(number - 1);
    }

    /** Whether too few people had the time for even one squad. */
    public boolean hadTooFewPeople() {
        return considered < commission.brief().smallest();
    }
}
