package org.customervaluesquads.metricsservice.answering.rest;

import java.time.Instant;
import java.util.List;

/** A squad's metrics in a window. */
public record SquadMetricsView(String squadId, String grain, Instant from, Instant to, List<MetricValueView> metrics) {}
