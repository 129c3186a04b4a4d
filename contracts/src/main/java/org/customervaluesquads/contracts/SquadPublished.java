package org.customervaluesquads.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A squad as it is now, on {@link Topics#SQUADS}.
 *
 * @param version rises by at least one with each change
 * @param stage forming, piloting, proven, scaling or disbanded
 * @param members how many people are in it now
 * @param costs what its people cost a working day (Monday to Friday), as steps in order of time and currency: each
 *     holds from its day until the next step of its currency
 */
public record SquadPublished(
        String squadId,
        long version,
        String name,
        String stage,
        Mission mission,
        Scope scope,
        int members,
        List<CostStep> costs,
        Instant formedAt,
        Instant changedAt) {

    /** What the squad is for. The target is in the unit of the outcome metric. */
    public record Mission(
            String valueArea,
            String goal,
            @Nullable String outcomeMetric,
            @Nullable BigDecimal target,
            @Nullable LocalDate dueOn) {}

    /** From this day on the squad's people cost so much a working day; nothing after all have left. */
    public record CostStep(LocalDate from, Money perWorkingDay) {}
}
