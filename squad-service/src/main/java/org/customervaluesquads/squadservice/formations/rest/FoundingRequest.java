package org.customervaluesquads.squadservice.formations.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.formations.FormingAsProposed.Founding;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.squads.rest.ScopeRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a squad that is formed of a proposal, as it is sent. */
record FoundingRequest(
        @NotNull @PlainText(longest = 200) String name,

        @Schema(description = "which customers; without it, all") @Nullable @Valid
        ScopeRequest scope,

        @Schema(description = "who of those proposed leads it; without it, that has to be decided") @Nullable
        UUID lead) {

    static final String EXAMPLE = """
            {"name": "Great Britain wholesale", "scope": {"regions": ["GB"], "segments": ["wholesale"]}}""";

    Founding founding() {
        return new Founding(name, scope == null ? Scope.EVERYTHING : scope.scope(), lead);
    }
}
