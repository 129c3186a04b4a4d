package org.customervaluesquads.squadservice.policies.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.squadservice.policies.ConsentUse;
import org.customervaluesquads.squadservice.policies.Policy;
import org.customervaluesquads.squadservice.policies.PolicyKind;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policies of a layer, as they are sent. */
record PoliciesRequest(@NotNull @Size(max = 200) List<@NotNull @Valid PolicyRequest> policies) {

    static final String EXAMPLE = """
            {"policies": [
              {"kind": "retention", "name": "chat messages", "value": "P90D", "locked": true},
              {"kind": "contact-rule", "name": "sms", "value": "on working days from 9 to 18"},
              {"kind": "required-consent", "name": "intents", "value": "analytics,personalisation"},
              {"kind": "time-zone", "name": "day", "value": "Europe/London"},
              {"kind": "target", "name": "csat", "value": "4.5"}]}""";

    /** What a time zone is of: where the days begin by which a squad's metrics are reckoned. */
    private static final String DAY = "day";

    private static final String PURPOSE = "[a-z][a-z0-9-]{0,39}";

    /** A policy, as it is sent. */
    record PolicyRequest(
            @NotNull PolicyKind kind,

            @Schema(
                    description = "what the value is of; of required-consent the use: intents or metrics; of a time "
                            + "zone the day;"
                            + " of targets and thresholds a metric, and if it is to hold for windows of "
                            + "one grain"
                            + " only, @ and that: revenue/GBP@month")
            @NotNull
            @PlainText(longest = 200)
            String name,

            @Schema(
                    description =
                            "a number for targets and thresholds, an ISO 8601 span such as P90D for retention, a name"
                                    + " such as Europe/London for time-zone; for required-consent the purposes "
                                    + "that all have to be consented to, in small letters with"
                                    + " commas between them, such as analytics,personalisation")
            @NotNull
            @PlainText(longest = 1_000)
            String value,

            @Schema(description = "whether more specific layers have to leave it as it is") @Nullable
            Boolean locked) {

        Policy policy() {
            return new Policy(new Policy.Key(kind, name), value, requireNonNullElse(locked, false));
        }

        /** What is wrong with the value, if it is not of its kind. */
        @Nullable
        String misfit() {
            return switch (kind) {
                case TARGET, THRESHOLD -> value.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? null : "must be a number";
                case RETENTION ->
                    value.matches("P\\d{1,5}[DWMY]|PT\\d{1,5}[HM]") ? null : "must be a span such as P90D";
                case REQUIRED_CONSENT ->
                    value.matches(PURPOSE + "(," + PURPOSE + ")*")
                            ? null
                            : "must be purposes with commas between them, such as analytics,personalisation";
                case TIME_ZONE ->
                    ZoneId.getAvailableZoneIds().contains(value) ? null : "must be a time zone such as Europe/London";
                case CONTACT_RULE -> null;
            };
        }

        /** Which names the kind knows; any, when there are none. */
        Set<String> knownNames() {
            return switch (kind) {
                case REQUIRED_CONSENT -> ConsentUse.names();
                case TIME_ZONE -> Set.of(DAY);
                case TARGET, THRESHOLD, CONTACT_RULE, RETENTION -> Set.of();
            };
        }
    }

    List<Policy> wished() {
        Problem problem = Problem.of(400, "Some of what was sent does not meet what is asked of it.");
        Set<Policy.Key> seen = new HashSet<>();
        for (int place = 0; place < policies.size(); place++) {
            PolicyRequest sent = policies.get(place);
            String misfit = sent.misfit();
            if (misfit != null) {
                problem = problem.with("policies[%d].value".formatted(place), misfit);
            }
            Set<String> known = sent.knownNames();
            if (!known.isEmpty() && !known.contains(sent.name())) {
                problem = problem.with("policies[%d].name".formatted(place), "must be one of " + known);
            }
            if (!seen.add(sent.policy().key())) {
                problem = problem.with("policies[%d].name".formatted(place), "must be set once");
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem.asException();
        }
        return policies.stream().map(PolicyRequest::policy).toList();
    }
}
