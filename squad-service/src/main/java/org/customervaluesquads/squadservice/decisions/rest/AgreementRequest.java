package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.validation.constraints.NotNull;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody agrees to a proposal, as it is sent. */
record AgreementRequest(
        @Schema(description = "who must agree, as the proposal names it") @NotNull @PlainText(longest = 200)
        String by,

        @NotNull Boolean agrees,
        @NotNull @PlainText(longest = 2_000) String comment) {

    static final String EXAMPLE = """
            {"by": "head of sales", "agrees": true, "comment": "until the end of the quarter"}""";
}
