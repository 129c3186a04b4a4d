package org.customervaluesquads.metricsservice.answering.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Grain;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.store.SquadMetrics;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Answers for a squad's metrics. */
@Path("/squads/{id}/metrics")
@Produces(MediaType.APPLICATION_JSON)
class SquadMetricsResource {

    private final Squads squads;
    private final SquadMetrics metrics;
    private final SquadReckoning reckoning;
    private final Definitions definitions;
    private final MetricsSettings.Answering settings;
    private final Clock clock;

    SquadMetricsResource(
            Squads squads,
            SquadMetrics metrics,
            SquadReckoning reckoning,
            Definitions definitions,
            MetricsSettings settings,
            Clock clock) {
        this.squads = squads;
        this.metrics = metrics;
        this.reckoning = reckoning;
        this.definitions = definitions;
        this.settings = settings.answering();
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "A squad's metrics",
            description = "By hour or day the values as they stand on the topic squad-metrics, with their revisions; "
                    + "as a total one value for the window, reckoned from the facts now. Days are those of UTC.")
    @APIResponse(responseCode = "200", description = "The values, by start and metric.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadMetricsView metrics(
            @PathParam("id") String squadId,
            @Parameter(
                            description =
                                    "A metric's whole name, or the name before the slash for all its parts; repeatable.")
                    @QueryParam("metric")
                    List<String> metric,
            @Parameter(description = "hour, day or total.") @QueryParam("grain") @DefaultValue("day") String grain,
            @Parameter(description = "First date or moment; 30 days before to, or for a total the first fact.")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Date or moment, excluded; the end of today.") @QueryParam("to") @Nullable
                    String to) {
        MetricsQuestion question = understand(new Understanding.Parameters(metric, grain, from, to));
        Squad squad = squads.named(squadId).orElseThrow(() -> new UnknownSquad(squadId));
        Window window = question.window();
        List<MetricValueView> values =
                window.grain() == Grain.TOTAL ? total(squad, question) : standing(squad, question);
        return new SquadMetricsView(squadId, window.grain().word(), window.start(), window.end(), values);
    }

    private MetricsQuestion understand(Understanding.Parameters parameters) {
        Understanding.Limits limits =
                new Understanding.Limits(settings.longestByHour(), settings.longestByDay(), settings.usualWindow());
        return switch (Understanding.of(parameters, limits, definitions.names(), clock.instant())) {
            case Understanding.Answer.Understood understood -> understood.question();
            case Understanding.Answer.Refused refused -> throw new RefusedRequest(refused.errors());
        };
    }

    private List<MetricValueView> total(Squad squad, MetricsQuestion question) {
        Window window = question.window();
        return reckoning.of(squad, List.of(window)).getOrDefault(window, List.of()).stream()
                .filter(reckoned -> question.asksFor(reckoned.metric()))
                .map(reckoned -> MetricValueView.of(window, reckoned, null))
                .toList();
    }

    private List<MetricValueView> standing(Squad squad, MetricsQuestion question) {
        List<Standing> values =
                metrics.within(squad.squadId(), question.window(), question.metrics(), settings.mostValues() + 1);
        if (values.size() > settings.mostValues()) {
            throw new RefusedRequest(List.of(new FieldError(
                    "from", "more than " + settings.mostValues() + " values: ask for less time, or name metrics")));
        }
        return values.stream().map(MetricValueView::from).toList();
    }
}
