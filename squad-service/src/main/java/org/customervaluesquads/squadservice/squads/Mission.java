package org.customervaluesquads.squadservice.squads;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.customervaluesquads.contracts.SquadPublished;
import org.jspecify.annotations.Nullable;

/** What a squad is for, and by which outcome it will be judged. The target is in the unit of the outcome metric. */
public record Mission(
        ValueArea valueArea,
        String goal,
        @Nullable String outcomeMetric,
        @Nullable BigDecimal target,
        @Nullable LocalDate dueOn) {

    /** The mission as other services and clients read it. */
    public SquadPublished.Mission published() {
        return new SquadPublished.Mission(valueArea.toString(), goal, outcomeMetric, target, dueOn);
    }
}
