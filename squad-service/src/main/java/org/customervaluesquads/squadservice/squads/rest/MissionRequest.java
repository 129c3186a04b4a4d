package org.customervaluesquads.squadservice.squads.rest;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mission, as it is sent. */
public record MissionRequest(
        @NotNull ValueArea valueArea,
        @NotNull @PlainText(longest = 2_000) String goal,

        @Schema(description = "the metric by which the squad is judged", examples = "revenue/GBP")
        @Nullable
        @PlainText(longest = 200)
        String outcomeMetric,

        @Schema(description = "in the unit of the outcome metric") @Nullable @Digits(integer = 15, fraction = 6)
        BigDecimal target,

        @Nullable @PlausibleDate LocalDate dueOn) {

    /** The mission. */
    public Mission mission() {
        return new Mission(valueArea, goal, outcomeMetric, target, dueOn);
    }
}
