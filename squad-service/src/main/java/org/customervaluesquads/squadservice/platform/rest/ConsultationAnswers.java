package org.customervaluesquads.squadservice.platform.rest;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Consultation;
import org.customervaluesquads.squadservice.platform.ConsultationOutcome;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;

/** What HTTP answers to each outcome of a request to or of the central team. */
final class ConsultationAnswers {

    private ConsultationAnswers() {}

    static Response to(ConsultationOutcome outcome) {
        return switch (outcome) {
            case ConsultationOutcome.Done(Consultation consultation) -> shown(consultation);
            case ConsultationOutcome.Refused refused -> problem(refused).asResponse();
        };
    }

    static Response created(ConsultationOutcome outcome) {
        return switch (outcome) {
            case ConsultationOutcome.Done(Consultation raised) ->
                Versioned.created("/platform/requests/" + raised.id(), raised.version(), ConsultationView.of(raised));
            case ConsultationOutcome.Refused refused -> problem(refused).asResponse();
        };
    }

    static Response shown(Consultation consultation) {
        return Versioned.ok(consultation.version(), ConsultationView.of(consultation));
    }

    static Problem problem(ConsultationOutcome.Refused refused) {
        return switch (refused) {
            case ConsultationOutcome.NoSuchRequest() -> Problem.of(404, "There is no such request.");
            case ConsultationOutcome.NoSuchCapability(UUID id) ->
                Problem.of(409, "The request names what is not there.").with("capabilityId", "is no capability: " + id);
            case ConsultationOutcome.Outdated(long version) -> ExpectedVersion.stale(version);
            case ConsultationOutcome.NotTriaged() ->
                Problem.of(409, "Nobody has looked at the request yet: it is answered after its triage.");
            case ConsultationOutcome.AlreadyAnswered() ->
                Problem.of(409, "The request was answered, and stays as it was in the end.");
            case ConsultationOutcome.RefusedBySquad(SquadOutcome.Refused reason) -> SquadAnswers.problem(reason);
        };
    }
}
