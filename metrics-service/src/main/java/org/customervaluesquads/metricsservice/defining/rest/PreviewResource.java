package org.customervaluesquads.metricsservice.defining.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Seen;
import org.customervaluesquads.metricsservice.answering.rest.MetricValueView;
import org.customervaluesquads.metricsservice.answering.rest.MetricsParameters;
import org.customervaluesquads.metricsservice.answering.rest.Questions;
import org.customervaluesquads.metricsservice.answering.rest.SquadMetricsView;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Tries definitions out on the facts that there are; nothing is stored. */
@Path("/metric-definitions/preview")
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {

    private final Questions questions;
    private final SquadReckoning reckoning;
    private final int mostValues;
    private final Clock clock;

    PreviewResource(Questions questions, SquadReckoning reckoning, MetricsSettings settings, Clock clock) {
        this.questions = questions;
        this.reckoning = reckoning;
        this.mostValues = settings.answering().mostValues();
        this.clock = clock;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MetricDefinitionsResource.YAML})
    @Operation(
            summary = "What a squad's metrics would be by other definitions",
            description = "Reckoned from the facts, by day, week, month or as a total; nothing is stored or published.")
    @APIResponse(responseCode = "200", description = "The values, by start and metric.")
    @APIResponse(responseCode = "400", description = "A problem with every reason why the definitions cannot be used.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadMetricsView preview(
            @Parameter(description = "The squad's id.", required = true) @QueryParam("squad") @Nullable String squadId,
            @BeanParam MetricsParameters parameters,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            examples =
                                                    @ExampleObject(
                                                            name = "definitions",
                                                            value = MetricDefinitionsResource.EXAMPLE)))
                    InputStream document) {
        JsonNode read = MetricDefinitionsResource.read(document);
        Definitions definitions = DefinitionsYaml.read(read);
        if (squadId == null) {
            throw refused("squad", "must be named");
        }
        MetricsQuestion question = questions.understand(squadId, parameters.parameters(), definitions);
        Squad squad = questions.squad(squadId);
        Window window = question.window();
        return new SquadMetricsView(
                squadId,
                window.grain().word(),
                squad.calendar().zone().getId(),
                window.start(),
                window.end(),
                values(squad, question, definitions));
    }

    private List<MetricValueView> values(Squad squad, MetricsQuestion question, Definitions definitions) {
        List<MetricValueView> values = new ArrayList<>();
        for (Map.Entry<Window, List<Reckoned>> its : reckoning
                .of(squad, windows(question.window(), squad.calendar()), definitions)
                .entrySet()) {
            its.getValue().stream()
                    .filter(reckoned -> question.asksFor(reckoned.metric()))
                    .map(reckoned -> new Seen(its.getKey(), reckoned, null, null, null, null))
                    .forEach(seen -> values.add(MetricValueView.from(seen, clock.instant())));
            if (values.size() > mostValues) {
                throw refused("from", "more than " + mostValues + " values: ask for less time, or name metrics");
            }
        }
        return values;
    }

    /** The windows of the grain that begin in the one that is asked for. */
    private static List<Window> windows(Window asked, Calendar calendar) {
        if (asked.grain() == Grain.TOTAL) {
            return List.of(asked);
        }
        if (asked.grain() == Grain.HOUR || asked.grain() == Grain.ROLLING) {
            throw refused("grain", "can be tried out by day, week or month, or as a total");
        }
        return calendar.dateOf(asked.start())
                .datesUntil(calendar.dateOf(asked.end().minusNanos(1)).plusDays(1))
                .map(day -> asked.grain() == Grain.DAY ? calendar.day(day) : calendar.longer(asked.grain(), day))
                .distinct()
                .toList();
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }
}
