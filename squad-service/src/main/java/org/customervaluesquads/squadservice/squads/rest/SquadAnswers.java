package org.customervaluesquads.squadservice.squads.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;

/** What HTTP answers to each outcome of a request to a squad. */
@ApplicationScoped
public class SquadAnswers {

    private final SquadViews views;

    SquadAnswers(SquadViews views) {
        this.views = views;
    }

    Response to(SquadOutcome outcome) {
        return switch (outcome) {
            case SquadOutcome.Done(Squad squad, boolean joined) ->
                Response.fromResponse(shown(squad)).status(joined ? 201 : 200).build();
            case SquadOutcome.Refused refused -> problem(refused).asResponse();
        };
    }

    Response shown(Squad squad) {
        return Versioned.ok(squad.version(), views.of(squad));
    }

    /** Shows a squad that is new. */
    public Response created(Squad squad) {
        return Versioned.created("/squads/" + squad.id(), squad.version(), views.of(squad));
    }

    /** Shows a squad as it was; without a tag, since that version cannot be changed. */
    Response was(Optional<Squad> past, AsOf asOf) {
        return past.map(squad -> Response.ok(views.was(squad, asOf.moment())).build())
                .orElseGet(() -> Problem.of(404, "There was no such squad at that moment.")
                        .asResponse());
    }

    /** Says why a squad was not changed. */
    public static Problem problem(SquadOutcome.Refused refused) {
        return switch (refused) {
            case SquadOutcome.NoSuchSquad() -> noSuchSquad();
            case SquadOutcome.NoSuchPerson() -> Problem.of(404, "There is no such person.");
            case SquadOutcome.NotAMember() -> Problem.of(404, "The person is not in this squad.");
            case SquadOutcome.Stale(long version) -> ExpectedVersion.stale(version);
            case SquadOutcome.AlreadyDisbanded() -> disbanded();
            case SquadOutcome.NotReady(Stage wished, List<SquadOutcome.Unmet> unmet) -> notReady(wished, unmet);
            case SquadOutcome.Full(int most) -> Problem.of(409, "A squad has at most " + most + " members.");
            case SquadOutcome.OverAllocated(Allocation highest) ->
                Problem.of(409, "The person would have more work than there is time.")
                        .with(
                                "allocation",
                                "would make %d %% over all squads on %s, of %d %%"
                                        .formatted(highest.percent(), highest.on(), Allocation.WHOLE));
        };
    }

    private static Problem notReady(Stage wished, List<SquadOutcome.Unmet> unmet) {
        Problem problem = Problem.of(409, "The squad cannot be " + wished + " yet.");
        for (SquadOutcome.Unmet condition : unmet) {
            problem = problem.with(condition.field(), condition.reason());
        }
        return problem;
    }

    /** The squad; ends the request when there is no such squad. */
    public static Squad requireThere(Optional<Squad> squad) {
        return squad.orElseThrow(() -> noSuchSquad().asException());
    }

    /** The squad; ends the request when there is no such squad, or not any more. */
    public static Squad requireAtWork(Optional<Squad> squad) {
        Squad there = requireThere(squad);
        if (there.stage() == Stage.DISBANDED) {
            throw disbanded().asException();
        }
        return there;
    }

    /** Says that there is no such squad. */
    public static Problem noSuchSquad() {
        return Problem.of(404, "There is no such squad.");
    }

    /** Says that the squad cannot be changed any more. */
    public static Problem disbanded() {
        return Problem.of(409, "The squad was disbanded, and stays as it was in the end.");
    }
}
