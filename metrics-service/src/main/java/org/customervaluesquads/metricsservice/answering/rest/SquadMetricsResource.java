package org.customervaluesquads.metricsservice.answering.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Seen;
import org.customervaluesquads.metricsservice.answering.store.Answers;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Answers for a squad's metrics. */
@Path("/squads/{id}/metrics")
class SquadMetricsResource {

    private static final String CSV = "text/csv";

    private final Questions questions;
    private final Answers answers;
    private final MetricsSettings.Answering settings;
    private final Clock clock;

    SquadMetricsResource(Questions questions, Answers answers, MetricsSettings settings, Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.settings = settings.answering();
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A squad's metrics",
            description =
                    "By hour, day, week, month or rolling 28 days the values as they stand on the topic squad-metrics, "
                            + "with their revisions; as a total one value for the window, reckoned from the "
                            + "facts now. Days are "
                            + "those of the squad's time zone. With Accept: text/csv the same as a table.")
    @APIResponse(responseCode = "200", description = "The values, by start and metric.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadMetricsView metrics(@PathParam("id") String squadId, @BeanParam MetricsParameters parameters) {
        MetricsQuestion question = questions.understand(squadId, parameters.parameters());
        Squad squad = questions.squad(squadId);
        Window window = question.window();
        List<Seen> values = answers.to(question, squad, settings.mostValues() + 1);
        if (values.size() > settings.mostValues()) {
            throw new RefusedRequest(List.of(new FieldError(
                    "from", "more than " + settings.mostValues() + " values: ask for less time, or name metrics")));
        }
        return new SquadMetricsView(
                squadId,
                window.grain().word(),
                squad.calendar().zone().getId(),
                window.start(),
                window.end(),
                values.stream()
                        .map(value -> MetricValueView.from(value, clock.instant()))
                        .toList());
    }

    @GET
    @Produces(CSV)
    @Operation(hidden = true)
    public String table(@PathParam("id") String squadId, @BeanParam MetricsParameters parameters) {
        return MetricsCsv.of(metrics(squadId, parameters));
    }
}
