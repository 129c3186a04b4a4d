package org.customervaluesquads.squadservice.squads.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.squads.Charter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A squad's name, mission and customers, as they are sent. */
record SquadRequest(
        @NotNull @PlainText(longest = 200) String name,
        @NotNull @Valid MissionRequest mission,

        @Schema(description = "which customers; without it, all") @Nullable @Valid
        ScopeRequest scope) {

    static final String EXAMPLE = """
            {"name": "Great Britain wholesale",
             "mission": {"valueArea": "geography", "goal": "win back the customers who stopped ordering",
                         "outcomeMetric": "revenue/GBP", "target": 250000, "dueOn": "2027-03-31"},
             "scope": {"regions": ["GB"], "segments": ["wholesale"]}}""";

    Charter charter() {
        return new Charter(name, mission.mission(), scope == null ? Scope.EVERYTHING : scope.scope());
    }
}
