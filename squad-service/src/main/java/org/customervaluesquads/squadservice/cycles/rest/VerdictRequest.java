package org.customervaluesquads.squadservice.cycles.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customervaluesquads.squadservice.cycles.Verdict;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a cycle, as it is sent. */
record VerdictRequest(
        @NotNull Verdict.Choice verdict,
        @NotNull @PlainText(longest = 4_000) String lesson,

        @Schema(description = "ids of metrics, intents or other cycles that speak for it") @Nullable @Size(max = 50)
        List<@NotNull @PlainText(longest = 400) String> evidence,

        @Schema(description = "needed when there is no evidence at all") @Nullable @PlainText(longest = 2_000)
        String reasonWithoutEvidence) {

    static final String EXAMPLE = """
            {"verdict": "keep", "lesson": "a call within a day is worth its cost",
             "evidence": ["revenue/GBP|day|2026-02-01T00:00:00Z"]}""";

    Verdict toVerdict() {
        return new Verdict(
                verdict, lesson, requireNonNullElse(evidence, List.<String>of()), reasonWithoutEvidence, null);
    }
}
