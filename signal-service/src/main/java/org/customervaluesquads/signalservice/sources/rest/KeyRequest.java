package org.customervaluesquads.signalservice.sources.rest;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** How a write key is made: for how long the former ones stay valid beside it, a day if it does not say. */
public record KeyRequest(@Nullable @DurationMin(seconds = 0) Duration overlap) {}
