package org.customervaluesquads.squadservice.platform;

import java.util.UUID;
import org.customervaluesquads.squadservice.squads.SquadOutcome;

/** How a request to or of the central team ended. */
public sealed interface ConsultationOutcome {

    /** It is as it was wished. */
    record Done(Consultation consultation) implements ConsultationOutcome {}

    /** It was not done, and nothing has changed. */
    sealed interface Refused extends ConsultationOutcome {}

    /** There is no such request. */
    record NoSuchRequest() implements Refused {}

    /** There is no such capability. */
    record NoSuchCapability(UUID id) implements Refused {}

    /** The request has changed since it was read. */
    record Outdated(long version) implements Refused {}

    /** Nobody has looked at it, so nobody can answer it. */
    record NotTriaged() implements Refused {}

    /** It was answered for good. */
    record AlreadyAnswered() implements Refused {}

    /** The squad does not take note of it. */
    record RefusedBySquad(SquadOutcome.Refused reason) implements Refused {}
}
