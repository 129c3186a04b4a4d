package org.customervaluesquads.squadservice.playbooks.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.playbooks.ReplicatingSquads;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.customervaluesquads.squadservice.squads.rest.ScopeRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a replica from the first, as it is sent. */
record ReplicaRequest(
        @NotNull @PlainText(longest = 200) String name,

        @Schema(description = "which customers; without it, that has to be decided") @Nullable @Valid
        ScopeRequest scope,

        @Nullable @Digits(integer = 15, fraction = 6) BigDecimal target,
        @Nullable @PlausibleDate LocalDate dueOn) {

    static final String EXAMPLE = """
            {"name": "Germany wholesale", "scope": {"regions": ["DE"], "segments": ["wholesale"]}, "target": 180000}""";

    ReplicatingSquads.Local local() {
        return new ReplicatingSquads.Local(name, scope == null ? Scope.EVERYTHING : scope.scope(), target, dueOn);
    }
}
