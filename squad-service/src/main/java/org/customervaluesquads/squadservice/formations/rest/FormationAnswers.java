package org.customervaluesquads.squadservice.formations.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.formations.StaffingOutcome;
import org.customervaluesquads.squadservice.formations.StaffingOutcome.Engaged;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;

/** What HTTP answers to each outcome of a request for or of proposals. */
@ApplicationScoped
class FormationAnswers {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final SquadAnswers squads;

    FormationAnswers(SquadAnswers squads) {
        this.squads = squads;
    }

    Response created(StaffingOutcome outcome) {
        return switch (outcome) {
            case StaffingOutcome.Staffed(Squad squad) -> squads.created(squad);
            case StaffingOutcome.NoSuchProposal() -> nothing().asResponse();
            case StaffingOutcome.FormedBefore(UUID squadId) ->
                Problem.of(409, "A squad was formed of this proposal before.")
                        .with("proposal", "became the squad " + squadId)
                        .asResponse();
            case StaffingOutcome.LeadNotProposed() ->
                Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                        .with("lead", "must be one of the people of the proposal")
                        .asResponse();
            case StaffingOutcome.NoLongerFree(List<Engaged> engaged) ->
                engaged(engaged).asResponse();
        };
    }

    static Response busy() {
        return Response.fromResponse(Problem.of(503, "Too many proposals are being searched: ask again soon.")
                        .asResponse())
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    static Problem nothing() {
        return Problem.of(404, "There is no such proposal.");
    }

    private static Problem engaged(List<Engaged> engaged) {
        Problem problem = Problem.of(409, "Some of its people have not the time any more: ask for new proposals.");
        for (Engaged one : engaged) {
            problem = problem.with(
                    "members[%d]".formatted(one.place()),
                    "%s would have %d %% over all squads on %s, of %d %%"
                            .formatted(
                                    one.name(),
                                    one.highest().percent(),
                                    one.highest().on(),
                                    Allocation.WHOLE));
        }
        return problem;
    }
}
