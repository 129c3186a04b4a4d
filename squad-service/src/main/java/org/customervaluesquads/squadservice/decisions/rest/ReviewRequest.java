package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a decision, as it is sent. */
record ReviewRequest(
        @NotNull @PlainText(longest = 200) String by,
        @NotNull @PlainText(longest = 4_000) String outcome,

        @Schema(description = "when to look again; never, when it is left out") @Nullable @PlausibleDate
        LocalDate nextReviewOn) {

    static final String EXAMPLE = """
            {"by": "Ada Martin", "outcome": "twelve of a hundred came back", "nextReviewOn": "2026-08-01"}""";
}
