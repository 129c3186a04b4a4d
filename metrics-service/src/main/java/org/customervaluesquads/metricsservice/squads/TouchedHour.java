package org.customervaluesquads.metricsservice.squads;

import java.time.Instant;

/** An hour of a squad whose facts have changed. */
public record TouchedHour(String squadId, Instant hour) {}
