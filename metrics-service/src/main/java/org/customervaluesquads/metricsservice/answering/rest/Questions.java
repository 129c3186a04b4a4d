package org.customervaluesquads.metricsservice.answering.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Understanding;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/** Understands what is asked of a squad. */
@ApplicationScoped
public class Questions {

    private final Squads squads;
    private final CurrentDefinitions current;
    private final Understanding.Limits limits;
    private final Clock clock;

    Questions(Squads squads, CurrentDefinitions current, MetricsSettings settings, Clock clock) {
        this.squads = squads;
        this.current = current;
        MetricsSettings.Answering answering = settings.answering();
        this.limits =
                new Understanding.Limits(answering.longestByHour(), answering.longestByDay(), answering.usualWindow());
        this.clock = clock;
    }

    /** The question; what is wrong with it is said before whether there is such a squad. */
    public MetricsQuestion understand(String squadId, Understanding.Parameters parameters) {
        return understand(squadId, parameters, current.now());
    }

    /** The same, by other definitions than those of now. */
    public MetricsQuestion understand(String squadId, Understanding.Parameters parameters, Definitions definitions) {
        Calendar calendar = squads.named(squadId).map(Squad::calendar).orElse(Calendar.UTC);
        Understanding.Here here = new Understanding.Here(definitions.names(), calendar, clock.instant());
        return switch (Understanding.of(parameters, limits, here)) {
            case Understanding.Answer.Understood understood -> understood.question();
            case Understanding.Answer.Refused refused -> throw new RefusedRequest(refused.errors());
        };
    }

    /** The squad, which has to be known. */
    public Squad squad(String squadId) {
        return squads.named(squadId).orElseThrow(() -> new UnknownSquad(squadId));
    }
}
