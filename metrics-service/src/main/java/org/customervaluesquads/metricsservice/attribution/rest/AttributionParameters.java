package org.customervaluesquads.metricsservice.attribution.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked of an attribution. */
@SuppressWarnings("NullAway.Init") // the framework fills the fields
class AttributionParameters {

    @Parameter(description = "A type of outcomes.")
    @QueryParam("outcome")
    @DefaultValue("order.completed")
    String outcome;

    @Parameter(description = "first, last, linear, time-decay, markov or shapley.")
    @QueryParam("model")
    @DefaultValue("markov")
    String model;

    @Parameter(description = "channel, silo, squad or tactic.")
    @QueryParam("by")
    @DefaultValue("channel")
    String by;

    @Parameter(description = "In which outcomes are worth something; the only one, where there is but one.")
    @QueryParam("currency")
    @Nullable
    String currency;

    @Parameter(description = "How long a touch can have led to an outcome.")
    @QueryParam("windowDays")
    @DefaultValue("30")
    double windowDays;

    @Parameter(description = "Within how many days a touch loses half of its weight, by time-decay.")
    @QueryParam("halfLifeDays")
    @DefaultValue("7")
    double halfLifeDays;

    @Parameter(description = "First date or moment; a year before to.")
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(description = "Date or moment, excluded; now.")
    @QueryParam("to")
    @Nullable
    String to;
}
