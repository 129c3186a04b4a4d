package org.customervaluesquads.squadservice.platform.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Consultation.Priority;
import org.customervaluesquads.squadservice.platform.Consultation.Verdict;
import org.customervaluesquads.squadservice.platform.Consultation.Wanted;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a squad asks of the central platforms, as it is sent. */
record ConsultationRequest(
        @NotNull UUID squadId,

        @Schema(description = "of which capability, where it is of one") @Nullable
        UUID capabilityId,

        @NotNull @PlainText(longest = 200) String title,
        @NotNull @PlainText(longest = 4_000) String wish) {

    static final String EXAMPLE = """
            {"squadId": "0197a0de-5a3b-7c11-8f3e-2f1c6f6c9a01", "title": "consent by channel",
             "wish": "see at a glance who may be called, before the next campaign"}""";

    Wanted wanted() {
        return new Wanted(capabilityId, title, wish);
    }

    /** How urgent a request is and who sees to it, as it is sent. */
    record TriageRequest(
            @NotNull Priority priority,
            @NotNull @PlainText(longest = 200) String owner,
            @Nullable @PlainText(longest = 4_000) String note) {

        static final String EXAMPLE = """
                {"priority": "high", "owner": "Grace Weber", "note": "two other squads wait for the same"}""";
    }

    /** What the central team answers, as it is sent. */
    record AnswerRequest(
            @NotNull Verdict verdict,
            @NotNull @PlainText(longest = 4_000) String answer) {

        static final String EXAMPLE = """
                {"verdict": "planned", "answer": "is on the roadmap for January"}""";
    }
}
