package org.customervaluesquads.metricsservice.attribution.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.Outcomes;
import org.customervaluesquads.metricsservice.answering.Words;
import org.customervaluesquads.metricsservice.attribution.Attribution;
import org.customervaluesquads.metricsservice.attribution.By;
import org.customervaluesquads.metricsservice.attribution.Journey;
import org.customervaluesquads.metricsservice.attribution.Model;
import org.customervaluesquads.metricsservice.attribution.store.Journeys;
import org.customervaluesquads.metricsservice.ledger.store.LedgerSums;
import org.customervaluesquads.metricsservice.squads.Begun;
import org.customervaluesquads.metricsservice.squads.store.SquadBeginnings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Answers to whom a squad's outcomes are owed. */
@Path("/squads/{id}/attribution")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SquadAttributionResource {

    private static final Duration USUAL_SPAN = Duration.ofDays(365);
    private static final int TOUCHES_OF_A_PATH_AT_MOST = 200;

    private final SquadBeginnings squads;
    private final LedgerSums sums;
    private final Journeys journeys;
    private final Clock clock;

    SquadAttributionResource(SquadBeginnings squads, LedgerSums sums, Journeys journeys, Clock clock) {
        this.squads = squads;
        this.sums = sums;
        this.journeys = journeys;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "To whom a squad's outcomes are owed",
            description =
                    "The touches before each outcome in the squad's scope, of whoever had it, in all silos; touches by "
                            + "a squad itself are that squad's. Markov's removal effects, Shapley's value, or a rule. Paths "
                            + "that came to nothing within the window count in Markov's model.")
    @APIResponse(responseCode = "200", description = "The credits, the most credited first.")
    @APIResponse(responseCode = "400", description = "A problem naming each wrong parameter.")
    @APIResponse(responseCode = "404", description = "A problem: no such squad.")
    public SquadAttributionView attribution(@PathParam("id") String squadId, @BeanParam AttributionParameters asked) {
        Model model = Words.oneOf("model", asked.model, Model.values(), Model::word);
        By by = Words.oneOf("by", asked.by, By.values(), By::word);
        String outcome = Words.oneOf("outcome", asked.outcome, Outcomes.TYPES.toArray(String[]::new), type -> type);
        double window = Words.number("windowDays", asked.windowDays, 0.01, 1_000);
        double halfLife = Words.number("halfLifeDays", asked.halfLifeDays, 0.001, 100_000);
        Instant to = Words.moment("to", asked.to, clock.instant());
        Instant from = Words.moment("from", asked.from, to.minus(USUAL_SPAN));
        Begun squad = SquadBeginnings.named(squadId, squads.all());
        String currency = currency(asked.currency, outcome);
        Journeys.Found found = journeys.in(new Journeys.Asked(squad.scope(), outcome, currency, by, from, to));
        Journey.Cut cut = new Journey.Cut(
                Duration.ofSeconds((long) (window * Duration.ofDays(1).toSeconds())), TOUCHES_OF_A_PATH_AT_MOST, to);
        List<org.customervaluesquads.metricsservice.attribution.Path> paths = found.journeys().stream()
                .flatMap(journey -> journey.paths(cut).stream())
                .toList();
        return new SquadAttributionView(
                squadId,
                outcome,
                by.word(),
                currency,
                from,
                to,
                window,
                found.withoutTouches(),
                AttributionView.of(Attribution.of(model, paths, halfLife)));
    }

    /** The one that is asked for, or the only one there is; values of several are never added. */
    private @Nullable String currency(@Nullable String asked, String outcome) {
        if (asked != null) {
            return asked;
        }
        List<String> currencies = sums.currencies(outcome);
        return currencies.size() == 1 ? currencies.getFirst() : null;
    }
}
