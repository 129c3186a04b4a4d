package org.customervaluesquads.metricsservice.impact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.squads.Begun;

/**
 * The panel of a squad: its own units are those with facts in its scope, and what stands beside them are the facts outside of
 * every squad's scope, of other units. Periods are weeks, counted from the beginning, and only whole ones; what has no
 * facts is zero.
 */
public final class SquadPanel {

    /** A period. */
    public static final Duration PERIOD = Duration.ofDays(7);

    private final Unit unit;
    private final Begun squad;
    private final Collection<Begun> all;
    private final Span span;
    private final TreeMap<String, double[]> own = new TreeMap<>();
    private final TreeMap<String, double[]> others = new TreeMap<>();

    /** A panel that is still empty. */
    public SquadPanel(Unit unit, Begun squad, Collection<Begun> all, Span span) {
        this.unit = unit;
        this.squad = squad;
        this.all = all;
        this.span = span;
    }

    /**
     * The periods before and after a beginning.
     *
     * @param began when the squad began
     */
    public record Span(Instant began, int before, int after) {

        /** The whole periods between the first fact and now. */
        public static Span of(Instant first, Instant began, Instant now, int mostPeriods) {
            int before = periods(first, began);
            int after = periods(began, now);
            return new Span(began, Math.min(before, mostPeriods), Math.min(after, mostPeriods));
        }

        private static int periods(Instant from, Instant to) {
            return Math.clamp(Duration.between(from, to).dividedBy(PERIOD), 0, Integer.MAX_VALUE);
        }

        /** When the first period starts. */
        public Instant start() {
            return began.minus(PERIOD.multipliedBy(before));
        }

        /** When the last period has ended. */
        public Instant end() {
            return began.plus(PERIOD.multipliedBy(after));
        }
    }

    /** Takes in the sum of facts with equal attributes in one period, counted from the first. */
    public void add(Scope.Attributes facts, int period, double sum) {
        String name = unit.of(facts);
        if (name.isEmpty() || period < 0 || period >= span.before + span.after) {
            return;
        }
        if (squad.scope().holds(facts)) {
            course(own, name)[period] += sum;
        } else if (all.stream().noneMatch(other -> other.scope().holds(facts))) {
            course(others, name)[period] += sum;
        }
    }

    /** How many units were taken in. */
    public int units() {
        return own.size() + others.size();
    }

    private double[] course(Map<String, double[]> courses, String name) {
        return courses.computeIfAbsent(name, its -> new double[span.before + span.after]);
    }

    /** The panel of all that was taken in. */
    public Panel panel() {
        own.keySet().forEach(others::remove);
        List<String> units = new ArrayList<>(others.keySet());
        List<double[]> rows = new ArrayList<>(others.values());
        units.addAll(own.keySet());
        rows.addAll(own.values());
        List<String> weeks = IntStream.range(0, span.before + span.after)
                .mapToObj(period -> LocalDate.ofInstant(span.start().plus(PERIOD.multipliedBy(period)), ZoneOffset.UTC)
                        .toString())
                .toList();
        return new Panel(units, weeks, rows.toArray(double[][]::new), others.size(), span.before);
    }
}
