package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Evidence;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a decision rests on, as it is sent. */
record EvidenceRequest(
        @NotNull Evidence.Kind kind,
        @NotNull @PlainText(longest = 400) String id,

        @Schema(description = "what a metric or an intent says now; of a cycle this service takes it down itself")
        @Nullable
        Map<String, Object> asItWas) {

    Problem checked(String field, Problem problem) {
        if (kind != Evidence.Kind.CYCLE) {
            return asItWas == null ? problem.with(field + ".asItWas", "must hold what it says now") : problem;
        }
        try {
            UUID.fromString(id);
            return problem;
        } catch (IllegalArgumentException unknown) {
            return problem.with(field + ".id", "must be the id of a cycle");
        }
    }

    Evidence toEvidence() {
        return new Evidence(kind, id, kind == Evidence.Kind.CYCLE ? null : asItWas);
    }
}
