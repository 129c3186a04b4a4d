package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Choice;
import org.customervaluesquads.squadservice.decisions.CitingEvidence;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;

/** Lets only somebody answer for a decision who is in the squad. */
@ApplicationScoped
class Owners {

    private final Squads squads;
    private final CitingEvidence citingEvidence;
    private final Clock clock;

    Owners(Squads squads, CitingEvidence citingEvidence, Clock clock) {
        this.squads = squads;
        this.citingEvidence = citingEvidence;
        this.clock = clock;
    }

    /** The choice with its evidence as it is now, if the squad, which is held, can make it; ends the request if not. */
    Choice checked(UUID squadId, DecisionRequest request) {
        Choice choice = request.choice();
        Squad squad = SquadAnswers.requireAtWork(squads.hold(squadId));
        boolean isMember = squad.members(LocalDate.now(clock)).stream()
                .anyMatch(membership -> membership.personId().equals(choice.owner()));
        if (!isMember) {
            throw refused("owner", "must be a member of the squad");
        }
        return citingEvidence.asItIs(choice).orElseThrow(() -> refused("evidence", "names a cycle that there is not"));
    }

    private static WebApplicationException refused(String field, String reason) {
        return Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                .with(field, reason)
                .asException();
    }
}
