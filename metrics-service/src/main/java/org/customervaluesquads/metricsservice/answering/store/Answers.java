package org.customervaluesquads.metricsservice.answering.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.customervaluesquads.metricsservice.answering.MetricsQuestion;
import org.customervaluesquads.metricsservice.answering.Seen;
import org.customervaluesquads.metricsservice.answering.Seen.Compared;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.defining.store.CurrentDefinitions;
import org.customervaluesquads.metricsservice.policies.SquadPolicies;
import org.customervaluesquads.metricsservice.policies.store.PolicyLayers;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.store.SquadReckoning;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.customervaluesquads.metricsservice.restating.store.SquadMetrics;
import org.customervaluesquads.metricsservice.squads.Charter;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.Squads;
import org.jspecify.annotations.Nullable;

/** Answers questions for a squad's metrics, each value beside its target and another window's. */
@ApplicationScoped
public class Answers {

    private final Squads squads;
    private final SquadMetrics metrics;
    private final SquadReckoning reckoning;
    private final CurrentDefinitions current;
    private final PolicyLayers policies;

    Answers(
            Squads squads,
            SquadMetrics metrics,
            SquadReckoning reckoning,
            CurrentDefinitions current,
            PolicyLayers policies) {
        this.squads = squads;
        this.metrics = metrics;
        this.reckoning = reckoning;
        this.current = current;
        this.policies = policies;
    }

    /** The values that are asked for, by start and metric, at most so many. */
    @Transactional
    public List<Seen> to(MetricsQuestion question, Squad squad, int most) {
        Charter charter = squads.charterOf(squad.squadId()).orElseThrow();
        List<Value> values = question.window().grain() == Grain.TOTAL
                ? total(squad, question)
                : metrics.within(squad.squadId(), question.window(), question.metrics(), most).stream()
                        .map(Value::of)
                        .toList();
        Map<Place, BigDecimal> others = others(question, squad, charter.formedAt(), values);
        SquadPolicies held = policies.of(squad);
        return values.stream()
                .map(value -> {
                    Optional<Compared> compared = question.compare()
                            .beside(value.window(), squad.calendar(), charter.formedAt())
                            .map(window -> new Compared(
                                    question.compare(),
                                    window,
                                    others.get(new Place(window, value.its().metric()))));
                    return seen(value, held, charter, compared.orElse(null));
                })
                .toList();
    }

    private static Seen seen(Value value, SquadPolicies held, Charter charter, @Nullable Compared compared) {
        String metric = value.its().metric();
        Grain grain = value.window().grain();
        BigDecimal target = number(held.target(metric, grain), held.target(MetricDefinition.nameIn(metric), grain))
                .orElse(grain == Grain.TOTAL && isOutcome(metric, charter) ? charter.target() : null);
        BigDecimal threshold = number(
                        held.threshold(metric, grain), held.threshold(MetricDefinition.nameIn(metric), grain))
                .orElse(null);
        return new Seen(value.window(), value.its(), value.revision(), target, threshold, compared);
    }

    private static Optional<BigDecimal> number(Optional<BigDecimal> ofPart, Optional<BigDecimal> ofAll) {
        return ofPart.or(() -> ofAll);
    }

    private static boolean isOutcome(String metric, Charter charter) {
        String outcome = charter.outcomeMetric();
        return outcome != null && (outcome.equals(metric) || outcome.equals(MetricDefinition.nameIn(metric)));
    }

    private List<Value> total(Squad squad, MetricsQuestion question) {
        Window window = question.window();
        return reckoned(squad, window).stream()
                .filter(its -> question.asksFor(its.metric()))
                .map(its -> new Value(window, its, null))
                .toList();
    }

    private List<Reckoned> reckoned(Squad squad, Window window) {
        return reckoning.of(squad, List.of(window), current.now()).getOrDefault(window, List.of());
    }

    private Map<Place, BigDecimal> others(MetricsQuestion question, Squad squad, Instant formedAt, List<Value> values) {
        List<Window> windows = values.stream()
                .map(value -> question.compare().beside(value.window(), squad.calendar(), formedAt))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Map<Place, BigDecimal> others = new HashMap<>();
        if (question.window().grain() == Grain.TOTAL) {
            windows.forEach(window -> reckoned(squad, window).forEach(its -> put(others, window, its)));
        } else {
            metrics.at(squad.squadId(), windows).forEach(its -> put(others, its.window(), its.reckoned()));
        }
        return others;
    }

    private static void put(Map<Place, BigDecimal> others, Window window, Reckoned its) {
        if (its.value() != null) {
            others.put(new Place(window, its.metric()), Objects.requireNonNull(its.value()));
        }
    }

    private record Value(
            Window window, Reckoned its, @Nullable Long revision) {

        static Value of(Standing standing) {
            return new Value(standing.window(), standing.reckoned(), standing.revision());
        }
    }

    private record Place(Window window, String metric) {}
}
