package org.customervaluesquads.squadservice.cycles.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.WebApplicationException;
import java.math.BigDecimal;
import java.util.List;
import org.customervaluesquads.squadservice.cycles.CyclePlan;
import org.customervaluesquads.squadservice.cycles.Variant;
import org.customervaluesquads.squadservice.people.rest.MoneyRequest;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a squad means to try, as it is sent. */
record CycleRequest(
        @NotNull @PlainText(longest = 2_000) String hypothesis,
        @NotNull @PlainText(longest = 2_000) String change,

        @Schema(description = "the metric that is to move", examples = "revenue/GBP") @NotNull @PlainText(longest = 200)
        String primaryMetric,

        @Nullable @Size(max = 20) List<@NotNull @Valid GuardrailRequest> guardrails,

        @Schema(description = "with shares that sum to 100") @NotNull @Size(min = 2, max = 20)
        List<@NotNull @Valid VariantRequest> variants,

        @Schema(description = "for the assignment; the cycle's id when it is left out")
        @Nullable
        @PlainText(longest = 100)
        String salt,

        @NotNull @Min(1) @Max(90) Integer plannedDays,
        @NotNull @Valid MoneyRequest cost,

        @Schema(description = "what it may lose before it is to be ended") @NotNull @Valid
        MoneyRequest failureBudget) {

    static final String EXAMPLE = """
            {"hypothesis": "a call within a day wins back one in ten", "change": "call customers who stopped ordering",
             "primaryMetric": "revenue/GBP", "guardrails": [{"metric": "csat", "side": "at-least", "bound": 4.0}],
             "variants": [{"name": "as before", "share": 50}, {"name": "called", "share": 50}], "salt": "calls-1",
             "plannedDays": 14, "cost": {"amount": 4000, "currency": "GBP"},
             "failureBudget": {"amount": 2000, "currency": "GBP"}}""";

    private static final int WHOLE = 100;

    CyclePlan plan(String usualSalt) {
        return new CyclePlan(
                hypothesis,
                change,
                primaryMetric,
                requireNonNullElse(guardrails, List.<GuardrailRequest>of()).stream()
                        .map(GuardrailRequest::guardrail)
                        .toList(),
                variants.stream().map(VariantRequest::variant).toList(),
                salt == null ? usualSalt : salt,
                plannedDays,
                cost.money(),
                failureBudget.money());
    }

    /** Ends the request when the variants are none together. */
    CycleRequest checked() {
        int sum = variants.stream().mapToInt(VariantRequest::share).sum();
        if (sum != WHOLE) {
            throw refused("must have shares that sum to " + WHOLE + ", and not to " + sum);
        }
        if (variants.stream().map(VariantRequest::name).distinct().count() < variants.size()) {
            throw refused("must name each variant once");
        }
        return this;
    }

    private static WebApplicationException refused(String reason) {
        return Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                .with("variants", reason)
                .asException();
    }

    /** A metric that must not become worse, as it is sent. */
    record GuardrailRequest(
            @NotNull @PlainText(longest = 200) String metric,
            @NotNull CyclePlan.Side side,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal bound) {

        CyclePlan.Guardrail guardrail() {
            return new CyclePlan.Guardrail(metric, side, bound);
        }
    }

    /** One way of doing it, as it is sent. */
    record VariantRequest(
            @NotNull @PlainText(longest = 100) String name,

            @Schema(description = "percent of the customers") @NotNull @Min(1) @Max(99)
            Integer share) {

        Variant variant() {
            return new Variant(name, share);
        }
    }
}
