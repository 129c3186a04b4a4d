package org.customervaluesquads.squadservice.squads.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.customervaluesquads.squadservice.squads.Wish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a person is to be in a squad, as it is sent. */
record MembershipRequest(
        @NotNull @PlainText(longest = 100) String role,

        @Schema(description = "percent of the person's time") @NotNull @Min(1) @Max(100)
        Integer allocation,

        @Schema(description = "from which day on; today when it is left out") @Nullable @PlausibleDate
        LocalDate since) {

    static final String EXAMPLE = """
            {"role": "analyst", "allocation": 40, "since": "2026-01-05"}""";

    Wish wish(UUID personId) {
        return new Wish(personId, role, allocation, since);
    }
}
