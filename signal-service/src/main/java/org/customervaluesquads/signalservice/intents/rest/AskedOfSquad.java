package org.customervaluesquads.signalservice.intents.rest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of its customers' intents a squad asks for, and in which order. */
@SuppressWarnings("NullAway.Init") // set by the container
public class AskedOfSquad {

    private static final int ENTRIES_MAX = 200;

    @Parameter(description = "An intent's name; all intents without it", example = "purchase")
    @QueryParam("intent")
    @Nullable
    public String intent;

    @Parameter(description = "emerging, active, surging, fading or none; repeatable; all stages without it")
    @QueryParam("stage")
    public List<String> stage;

    @Parameter(description = "Only scores from this on", example = "0.4")
    @QueryParam("minScore")
    @DefaultValue("0")
    @DecimalMin("0")
    @DecimalMax("1")
    public double minScore;

    @Parameter(
            description =
                    "score, stage (surging first, then active, emerging, fading), surge or recent (newest signal)")
    @QueryParam("sort")
    @DefaultValue("score")
    public String sort;

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(ENTRIES_MAX)
    public int limit;

    @Parameter(description = "What the answer before gave as next: the same moment is looked at, behind its last entry")
    @QueryParam("after")
    @Nullable
    public String after;
}
