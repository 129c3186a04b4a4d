package org.customervaluesquads.squadservice.cycles.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many cycles may fail, as it is sent. */
record BudgetRequest(
        @NotNull @Min(0) @Max(100) Integer mostFailed,

        @Schema(description = "within how many days") @NotNull @Min(1) @Max(366)
        Integer days) {

    static final String EXAMPLE = """
            {"mostFailed": 4, "days": 90}""";
}
