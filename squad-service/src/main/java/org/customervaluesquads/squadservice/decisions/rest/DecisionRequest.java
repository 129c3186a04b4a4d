package org.customervaluesquads.squadservice.decisions.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Choice;
import org.customervaluesquads.squadservice.people.rest.MoneyRequest;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is decided, as it is sent. */
record DecisionRequest(
        @Schema(description = "by which the decision right is found", examples = "campaign")
        @NotNull
        @PlainText(longest = 100)
        String kind,

        @NotNull @PlainText(longest = 200) String title,

        @Schema(description = "the member who answers for it") @NotNull
        UUID owner,

        @Nullable @Valid MoneyRequest spend,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid OptionRequest> options,

        @Schema(description = "the name of one of the options") @NotNull @PlainText(longest = 200)
        String chosen,

        @NotNull @PlainText(longest = 4_000) String rationale,
        @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceRequest> evidence,
        @NotNull @PlausibleDate LocalDate reviewOn) {

    static final String EXAMPLE = """
            {"kind": "campaign", "title": "Call before writing", "owner": "01890a5d-ac96-774b-bcce-b302099a8057",
             "spend": {"amount": 4000, "currency": "GBP"},
             "options": [{"name": "call", "assessment": "dear, and it works"}, {"name": "write"}], "chosen": "call",
             "rationale": "one in ten came back",
             "evidence": [{"kind": "metric", "id": "revenue/GBP|day|2026-02-01T00:00:00Z",
                           "asItWas": {"value": 1200.50, "revision": 3}}],
             "reviewOn": "2026-05-01"}""";

    /** The choice; ends the request where its parts do not fit together. */
    Choice choice() {
        List<EvidenceRequest> cited = requireNonNullElse(evidence, List.of());
        Problem problem = Problem.of(400, "Some of what was sent does not meet what is asked of it.");
        if (options.stream().map(OptionRequest::name).noneMatch(chosen::equals)) {
            problem = problem.with("chosen", "must be the name of one of the options");
        }
        for (int place = 0; place < cited.size(); place++) {
            problem = cited.get(place).checked("evidence[" + place + "]", problem);
        }
        if (!problem.errors().isEmpty()) {
            throw problem.asException();
        }
        return new Choice(
                kind,
                title,
                owner,
                spend == null ? null : spend.money(),
                options.stream().map(OptionRequest::option).toList(),
                chosen,
                rationale,
                cited.stream().map(EvidenceRequest::toEvidence).toList(),
                reviewOn);
    }

    /** Something that was considered, as it is sent. */
    record OptionRequest(
            @NotNull @PlainText(longest = 200) String name,
            @Nullable @PlainText(longest = 2_000) String assessment) {

        Choice.Option option() {
            return new Choice.Option(name, assessment);
        }
    }
}
