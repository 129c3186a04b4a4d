package org.customervaluesquads.metricsservice.forecasting.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.forecasting.Forecasting;
import org.customervaluesquads.metricsservice.forecasting.Forecasting.Forecast;
import org.customervaluesquads.metricsservice.forecasting.rest.ForecastView.Progress;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.store.SquadMetrics;
import org.customervaluesquads.metricsservice.squads.Charter;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Says where a squad's metric is heading. */
@Path("/squads/{id}/forecast")
@Produces(MediaType.APPLICATION_JSON)
class ForecastResource {

    private static final int HISTORY_DAYS = 365;
    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 366;
    private static final int WEEK = 7;
    private static final int NO_SEASON = 1;

    private final Squads squads;
    private final SquadMetrics metrics;
    private final CurrentDefinitions current;
    private final Clock clock;

    ForecastResource(Squads squads, SquadMetrics metrics, CurrentDefinitions current, Clock clock) {
        this.squads = squads;
        this.metrics = metrics;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Where a metric is heading, until the mission is due",
            description = "Exponential smoothing with a damped trend, and a weekly season where there are three weeks: "
                    + "ETS(A,Ad,A) or ETS(A,Ad,N). Of a metric that adds up by day its days are forecast, and "
                    + "their sum with "
                    + "what there is since the squad was formed; of any other its rolling windows. Bounds hold 95 % of "
                    + "outcomes if the future is like the past.")
    @APIResponse(responseCode = "200", description = "The forecast, with its bounds.")
    @APIResponse(
            responseCode = "400",
            description = "A problem: no such metric, too little history, or no day to come.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public ForecastView forecast(
            @PathParam("id") String squadId,
            @Parameter(description = "A metric's whole name.", required = true, example = "revenue/GBP")
                    @QueryParam("metric")
                    @Nullable
                    String metric,
            @Parameter(description = "The last day; when the mission is due, or four weeks on.", example = "2026-12-31")
                    @QueryParam("until")
                    @Nullable
                    String until) {
        Squad squad = squads.named(squadId).orElseThrow(() -> new UnknownSquad(squadId));
        Charter charter = squads.charterOf(squadId).orElseThrow();
        MetricDefinition definition = definition(metric);
        LocalDate today = squad.calendar().dateOf(clock.instant());
        LocalDate last = until(until, charter, today);
        NavigableMap<LocalDate, BigDecimal> history = history(squad, definition, Objects.requireNonNull(metric), today);
        double[] series =
                history.values().stream().mapToDouble(BigDecimal::doubleValue).toArray();
        if (series.length < Forecasting.FEWEST) {
            throw refused("metric", "has too little history: " + series.length + " days in a row up to yesterday");
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(today, last)) + 1;
        Forecast forecast = Forecasting.of(series, definition.addsUp() ? WEEK : NO_SEASON, days);
        return ForecastView.from(
                metric,
                definition.addsUp() ? Grain.DAY : Grain.ROLLING,
                new ForecastView.Reach(history.firstKey(), today),
                forecast,
                definition.addsUp() ? progress(squad, charter, metric, forecast) : null);
    }

    private MetricDefinition definition(@Nullable String metric) {
        String name = metric == null ? "" : MetricDefinition.nameIn(metric);
        MetricDefinition definition = current.now().byName().get(name);
        if (definition == null || !definition.grains().contains(Grain.DAY)) {
            throw refused("metric", "there is no metric " + metric + " by day");
        }
        return definition;
    }

    private static LocalDate until(@Nullable String text, Charter charter, LocalDate today) {
        LocalDate due = charter.dueOn();
        LocalDate last =
                text != null ? date(text) : due != null && !due.isBefore(today) ? due : today.plusDays(USUAL_DAYS - 1L);
        if (last.isBefore(today)) {
            throw refused("until", "must not lie before today");
        }
        LocalDate furthest = today.plusDays(MOST_DAYS - 1L);
        if (text != null && last.isAfter(furthest)) {
            throw refused("until", "must not lie more than a year ahead");
        }
        return last.isAfter(furthest) ? furthest : last;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw refused("until", "must be a date, such as 2026-12-31");
        }
    }

    /**
     * The days in a row up to yesterday. A day on which nothing happened is none of what adds up; otherwise it is
     * a gap.
     */
    private NavigableMap<LocalDate, BigDecimal> history(
            Squad squad, MetricDefinition definition, String metric, LocalDate today) {
        Calendar calendar = squad.calendar();
        Grain grain = definition.addsUp() ? Grain.DAY : Grain.ROLLING;
        LocalDate first = today.minusDays(HISTORY_DAYS + (long) Calendar.ROLLING_DAYS);
        Window asked = new Window(grain, calendar.startOf(first), calendar.startOf(today));
        NavigableMap<LocalDate, BigDecimal> values = new TreeMap<>();
        for (Standing standing :
                metrics.within(squad.squadId(), asked, List.of(metric), HISTORY_DAYS + Calendar.ROLLING_DAYS)) {
            BigDecimal value = standing.reckoned().value();
            LocalDate day = calendar.dateOf(standing.window().end().minusNanos(1));
            if (value != null && day.isBefore(today)) {
                values.put(day, value);
            }
        }
        return definition.addsUp() ? filled(values, today) : inARow(values, today);
    }

    private static NavigableMap<LocalDate, BigDecimal> filled(
            NavigableMap<LocalDate, BigDecimal> values, LocalDate today) {
        NavigableMap<LocalDate, BigDecimal> filled = new TreeMap<>();
        if (!values.isEmpty()) {
            values.firstKey()
                    .datesUntil(today)
                    .forEach(day -> filled.put(day, values.getOrDefault(day, BigDecimal.ZERO)));
        }
        return filled;
    }

    private static NavigableMap<LocalDate, BigDecimal> inARow(
            NavigableMap<LocalDate, BigDecimal> values, LocalDate today) {
        NavigableMap<LocalDate, BigDecimal> row = new TreeMap<>();
        for (LocalDate day = today.minusDays(1); values.containsKey(day); day = day.minusDays(1)) {
            row.put(day, Objects.requireNonNull(values.get(day)));
        }
        return row;
    }

    /** What there is since the squad was formed, up to yesterday, and what is to come. */
    private Progress progress(Squad squad, Charter charter, String metric, Forecast forecast) {
        Calendar calendar = squad.calendar();
        LocalDate formed = calendar.dateOf(charter.formedAt());
        LocalDate today = calendar.dateOf(clock.instant());
        Window since = new Window(Grain.DAY, calendar.startOf(formed), calendar.startOf(today));
        BigDecimal soFar = since.start().isBefore(since.end())
                ? metrics.within(squad.squadId(), since, List.of(metric), Integer.MAX_VALUE).stream()
                        .map(standing -> standing.reckoned().value())
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
        boolean isOutcome = metric.equals(charter.outcomeMetric())
                || MetricDefinition.nameIn(metric).equals(charter.outcomeMetric());
        return Progress.of(formed, soFar, forecast, isOutcome ? charter.target() : null);
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }
}
