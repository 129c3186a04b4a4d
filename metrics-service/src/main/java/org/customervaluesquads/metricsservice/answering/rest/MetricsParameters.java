package org.customervaluesquads.metricsservice.answering.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of a squad's metrics is asked for, as it comes. */
public class MetricsParameters {

    @Parameter(
            description = "A metric's whole name, or the name before the slash for all its parts; repeatable.",
            example = "revenue")
    @QueryParam("metric")
    List<String> metric = List.of();

    @Parameter(description = "hour, day, week, month, rolling or total.", example = "week")
    @QueryParam("grain")
    @DefaultValue("day")
    String grain = "day";

    @Parameter(
            description =
                    "First date, in the squad's time zone, or moment; 30 days before to (360 by week or month), or for "
                            + "a total the first fact.",
            example = "2026-03-01")
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(description = "Date or moment, excluded; the end of today.", example = "2026-04-01")
    @QueryParam("to")
    @Nullable
    String to;

    @Parameter(
            description = "nothing, baseline (the same span before the squad) or previous (the window before).",
            example = "baseline")
    @QueryParam("compare")
    @DefaultValue("baseline")
    String compare = "baseline";

    /** What is asked for. */
    public Understanding.Parameters parameters() {
        return new Understanding.Parameters(metric, grain, from, to, compare);
    }
}
