package org.customervaluesquads.metricsservice.comparing.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.Compare;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.customervaluesquads.metricsservice.answering.rest.MetricValueView;
import org.customervaluesquads.metricsservice.answering.rest.Questions;
import org.customervaluesquads.metricsservice.answering.store.Answers;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.comparing.rest.ComparisonView.SquadView;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.method.Origin;
import org.customervaluesquads.metricsservice.method.store.Origins;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.squads.Charter;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Puts squads beside each other. */
@Path("/comparisons")
@Produces(MediaType.APPLICATION_JSON)
class ComparisonResource {

    private static final int MOST_SQUADS = 20;
    private static final int MOST_DAYS = 1_100;

    private final Questions questions;
    private final Answers answers;
    private final Squads squads;
    private final Origins origins;
    private final CurrentDefinitions current;
    private final int mostValues;
    private final Clock clock;

    ComparisonResource(
            Questions questions,
            Answers answers,
            Squads squads,
            Origins origins,
            CurrentDefinitions current,
            MetricsSettings settings,
            Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.squads = squads;
        this.origins = origins;
        this.current = current;
        this.mostValues = settings.answering().mostValues();
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Squads, or the generations of a playbook, beside each other",
            description =
                    "Each squad's totals in its own first days, up to now, beside as long a span before it was formed; "
                            + "at most " + MOST_SQUADS + " squads.")
    @APIResponse(responseCode = "200", description = "The squads, by generation and when they were formed.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public ComparisonView compare(
            @Parameter(description = "A squad's id; repeatable.") @QueryParam("squad") List<String> squad,
            @Parameter(description = "A playbook's id: the squads begun from it, and the one whose it is.")
                    @QueryParam("playbook")
                    @Nullable
                    String playbook,
            @Parameter(
                            description = "A metric's whole name, or the name before the slash; repeatable.",
                            example = "revenue")
                    @QueryParam("metric")
                    List<String> metric,
            @Parameter(description = "How many days from the day on which each was formed.", example = "90")
                    @QueryParam("days")
                    @DefaultValue("90")
                    int days) {
        Set<String> ids = new LinkedHashSet<>(squad);
        if (playbook != null) {
            ids.addAll(origins.squadsOf(playbook, MOST_SQUADS + 1));
        }
        refuse(metric, days, ids);
        Map<String, Origin> from = origins.of(ids);
        List<SquadView> views = ids.stream()
                .map(questions::squad)
                .map(its -> view(its, from.get(its.squadId()), metric, days))
                .sorted(Comparator.comparingLong(SquadView::generation).thenComparing(SquadView::formedAt))
                .toList();
        return new ComparisonView(days, views);
    }

    private void refuse(List<String> metric, int days, Set<String> ids) {
        List<FieldError> errors =
                new ArrayList<>(Understanding.unknown(metric, current.now().names()));
        if (ids.isEmpty() || ids.size() > MOST_SQUADS) {
            errors.add(new FieldError("squad", "there must be 1 to " + MOST_SQUADS + " squads, by id or by playbook"));
        }
        if (days < 1 || days > MOST_DAYS) {
            errors.add(new FieldError("days", "must be between 1 and " + MOST_DAYS));
        }
        if (!errors.isEmpty()) {
            throw new RefusedRequest(errors);
        }
    }

    private SquadView view(Squad squad, @Nullable Origin origin, List<String> metric, int days) {
        Charter charter = squads.charterOf(squad.squadId()).orElseThrow();
        Calendar calendar = squad.calendar();
        LocalDate formed = calendar.dateOf(charter.formedAt());
        Window first = new Window(Grain.TOTAL, calendar.startOf(formed), calendar.startOf(formed.plusDays(days)));
        MetricsQuestion question = new MetricsQuestion(metric, first, Compare.BASELINE);
        return new SquadView(
                squad.squadId(),
                charter.name(),
                charter.stage(),
                charter.formedAt(),
                origin == null ? null : origin.playbookId(),
                origin == null ? null : origin.parentId(),
                origin == null ? 0 : origin.generation(),
                answers.to(question, squad, mostValues).stream()
                        .map(seen -> MetricValueView.from(seen, clock.instant()))
                        .toList());
    }
}
