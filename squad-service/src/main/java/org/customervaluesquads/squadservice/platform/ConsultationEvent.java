package org.customervaluesquads.squadservice.platform;

import java.util.UUID;
import org.customervaluesquads.squadservice.squads.SquadEvent;
import org.jspecify.annotations.Nullable;

/** What the world is told of a squad's requests to the central platforms. */
sealed interface ConsultationEvent extends SquadEvent.OfFeature {

    /** The squad asked for something. */
    record Raised(UUID requestId, @Nullable UUID capabilityId, String title) implements ConsultationEvent {
        @Override
        public String named() {
            return "platform.requested";
        }
    }

    /** Somebody of the central team looked at it. */
    record Triaged(UUID requestId, Consultation.Priority priority, String owner) implements ConsultationEvent {
        @Override
        public String named() {
            return "platform.triaged";
        }
    }

    /** The central team answered. */
    record Answered(UUID requestId, Consultation.Verdict verdict, String answer) implements ConsultationEvent {
        @Override
        public String named() {
            return "platform.answered";
        }
    }
}
