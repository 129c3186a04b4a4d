package org.customervaluesquads.squadservice.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Consultation.Answer;
import org.customervaluesquads.squadservice.platform.Consultation.Priority;
import org.customervaluesquads.squadservice.platform.Consultation.State;
import org.customervaluesquads.squadservice.platform.Consultation.Triage;
import org.customervaluesquads.squadservice.platform.Consultation.Verdict;
import org.customervaluesquads.squadservice.platform.Consultation.Wanted;
import org.customervaluesquads.squadservice.squads.ChangingSquads;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.jspecify.annotations.Nullable;

/** Has squads ask the central platforms for something, and has the central team look at it and answer. */
@ApplicationScoped
public class ConsultingSquads {

    private final Consultations consultations;
    private final Capabilities capabilities;
    private final ChangingSquads changingSquads;
    private final Clock clock;

    ConsultingSquads(
            Consultations consultations, Capabilities capabilities, ChangingSquads changingSquads, Clock clock) {
        this.consultations = consultations;
        this.capabilities = capabilities;
        this.changingSquads = changingSquads;
        this.clock = clock;
    }

    /** Has a squad ask for something under this id. */
    @Transactional
    public ConsultationOutcome raise(UUID id, UUID squadId, Wanted wanted) {
        UUID named = wanted.capabilityId();
        if (named != null && capabilities.find(named).isEmpty()) {
            return new ConsultationOutcome.NoSuchCapability(named);
        }
        var raised = new Consultation(id, 1, squadId, wanted, clock.instant(), null, null);
        var outcome = told(raised, new ConsultationEvent.Raised(id, named, wanted.title()));
        if (outcome instanceof ConsultationOutcome.Done) {
            consultations.add(raised);
        }
        return outcome;
    }

    /** Has somebody of the central team look at a request. */
    @Transactional
    public ConsultationOutcome triage(
            UUID id, OptionalLong expected, Priority priority, String owner, @Nullable String note) {
        return change(id, expected, held -> {
            var triaged = held.triaged(new Triage(priority, owner, note, clock.instant()));
            return told(triaged, new ConsultationEvent.Triaged(id, priority, owner));
        });
    }

    /** Has the central team answer a request that somebody has looked at. */
    @Transactional
    public ConsultationOutcome answer(UUID id, OptionalLong expected, Verdict verdict, String words) {
        return change(id, expected, held -> {
            if (held.state() == State.OPEN) {
                return new ConsultationOutcome.NotTriaged();
            }
            var answered = held.answered(new Answer(verdict, words, clock.instant()));
            return told(answered, new ConsultationEvent.Answered(id, verdict, words));
        });
    }

    private ConsultationOutcome change(UUID id, OptionalLong expected, Step step) {
        Optional<Consultation> held = consultations.hold(id);
        if (held.isEmpty()) {
            return new ConsultationOutcome.NoSuchRequest();
        }
        if (expected.isPresent() && expected.getAsLong() != held.get().version()) {
            return new ConsultationOutcome.Outdated(held.get().version());
        }
        if (held.get().state() == State.ANSWERED) {
            return new ConsultationOutcome.AlreadyAnswered();
        }
        var outcome = step.from(held.get());
        if (outcome instanceof ConsultationOutcome.Done(Consultation changed)) {
            consultations.replace(changed);
        }
        return outcome;
    }

    private ConsultationOutcome told(Consultation consultation, ConsultationEvent event) {
        var outcome = changingSquads.change(
                consultation.squadId(), OptionalLong.empty(), squad -> squad.noted(event, clock.instant()));
        return switch (outcome) {
            case SquadOutcome.Done done -> new ConsultationOutcome.Done(consultation);
            case SquadOutcome.Refused refused -> new ConsultationOutcome.RefusedBySquad(refused);
        };
    }

    /** What a request becomes. */
    private interface Step {
        ConsultationOutcome from(Consultation held);
    }
}
