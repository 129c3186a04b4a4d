package org.customervaluesquads.squadservice.platform.rest;

import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Consultation;
import org.customervaluesquads.squadservice.platform.Consultation.Answer;
import org.customervaluesquads.squadservice.platform.Consultation.Priority;
import org.customervaluesquads.squadservice.platform.Consultation.State;
import org.customervaluesquads.squadservice.platform.Consultation.Triage;
import org.customervaluesquads.squadservice.platform.Consultation.Verdict;
import org.jspecify.annotations.Nullable;

/** A squad's request to the central platforms, as it is shown. */
record ConsultationView(
        UUID id,
        long version,
        UUID squadId,
        @Nullable UUID capabilityId,
        String title,
        String wish,
        State state,
        Instant raisedAt,
        @Nullable TriageView triage,
        @Nullable AnswerView answer) {

    static ConsultationView of(Consultation consultation) {
        return new ConsultationView(
                consultation.id(),
                consultation.version(),
                consultation.squadId(),
                consultation.wanted().capabilityId(),
                consultation.wanted().title(),
                consultation.wanted().wish(),
                consultation.state(),
                consultation.raisedAt(),
                TriageView.of(consultation.triage()),
                AnswerView.of(consultation.answer()));
    }

    /** How urgent it is and who sees to it. */
    record TriageView(
            Priority priority, String owner, @Nullable String note, Instant at) {

        static @Nullable TriageView of(@Nullable Triage triage) {
            return triage == null
                    ? null
                    : new TriageView(triage.priority(), triage.owner(), triage.note(), triage.at());
        }
    }

    /** What was answered. */
    record AnswerView(Verdict verdict, String answer, Instant at) {

        static @Nullable AnswerView of(@Nullable Answer answer) {
            return answer == null ? null : new AnswerView(answer.verdict(), answer.words(), answer.at());
        }
    }
}
