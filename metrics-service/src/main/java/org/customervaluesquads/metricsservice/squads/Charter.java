package org.customervaluesquads.metricsservice.squads;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a squad is for, as its mission says.
 *
 * @param target of the outcome metric, from when the squad was formed until the mission is due
 */
public record Charter(
        String name,
        String stage,
        Instant formedAt,
        @Nullable String outcomeMetric,
        @Nullable BigDecimal target,
        @Nullable LocalDate dueOn) {}
