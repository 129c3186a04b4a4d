package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Tallies;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/**
 * The outcomes of the present hours, whose sums are kept in memory: an hour that grows all the time is not read anew all the
 * time, but only what was entered since.
 *
 * <p>Kept is what is settled: entered by transactions that are older than all that still run, so that nothing comes before it
 * any more. The rest is read each time. An hour's sums are made anew when outcomes of it may have changed hands since, and when
 * other properties are asked for.
 */
@ApplicationScoped
class PresentOutcomes {

    private static final String STANDS = """
            SELECT w.hour, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS settled_before,
                   coalesce(c.changed_by, -1) AS changed_by
            FROM jsonb_to_recordset(?::jsonb) AS w (hour timestamptz) LEFT JOIN outcome_change c ON c.hour = w.hour
            """;

    private final Statements statements;
    private final Clock clock;
    private final long mostBytes;
    private final Map<Instant, Known> known = new HashMap<>();
    private final Set<Instant> tooLarge = new HashSet<>();

    PresentOutcomes(Statements statements, Clock clock, MetricsSettings settings) {
        this.statements = statements;
        this.clock = clock;
        this.mostBytes = settings.restating().presentOutcomes().asLongValue();
    }

    /** Takes the sum of some outcomes of one hour that have all of this in common. */
    @FunctionalInterface
    interface Taking {
        /** Takes the sum. */
        void take(Instant hour, Scope.Attributes attributes, Tally tally);
    }

    /** The present hours that are looked at: the one that is, and its neighbours, since no two clocks are the same. */
    synchronized Set<Instant> hoursIn(List<FactView> views) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Duration one = Duration.ofHours(1);
        Set<Instant> hours = Set.of(hour.minus(one), hour, hour.plus(one));
        known.keySet().retainAll(hours);
        tooLarge.retainAll(hours);
        return hours.stream()
                .filter(present -> !tooLarge.contains(present))
                .filter(present -> views.stream()
                        .anyMatch(view -> view.windows().stream().anyMatch(window -> window.holds(present))))
                .collect(Collectors.toSet());
    }

    /** Gives the sums of these hours, some of them in two parts; touches are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    synchronized void each(Set<Instant> hours, Definitions definitions, Taking taking) {
        List<String> labels = definitions.labels(Facts.OUTCOMES);
        List<String> numbers = definitions.numbers(Facts.OUTCOMES);
        List<String> properties =
                Stream.concat(labels.stream(), numbers.stream()).toList();
        // Looked up before the outcomes are: what is settled now is seen by every statement that follows.
        List<Standing> standing = statements.list(
                STANDS,
                row -> {
                    Instant hour = JsonRows.instant(row, "hour");
                    Known its = known.getOrDefault(hour, Known.NOTHING).asOf(properties, row.getLong("changed_by"));
                    return new Standing(hour, its, row.getLong("settled_before"));
                },
                JsonRows.of(hours.stream().map(HourRow::new).toList()));
        for (Standing its : standing) {
            Map<Scope.Attributes, List<Tally>> settled = new HashMap<>();
            statements.each(
                    FactQueries.outcomesSince(definitions),
                    row -> {
                        Scope.Attributes attributes = FactPlaces.attributes(row);
                        Tally tally = FactTallies.outcomes(row, labels, numbers);
                        if (row.getBoolean("settled")) {
                            settled.computeIfAbsent(attributes, first -> new ArrayList<>())
                                    .add(tally);
                        } else {
                            taking.take(its.hour, attributes, tally);
                        }
                    },
                    its.settledBefore,
                    OffsetDateTime.ofInstant(its.hour, ZoneOffset.UTC),
                    its.known.settledBefore);
            Known grown = its.known.plus(settled, properties, its.settledBefore);
            known.put(its.hour, grown);
            grown.sums.forEach((attributes, sums) -> sums.forEach(sum -> taking.take(its.hour, attributes, sum)));
        }
        forgetTooLarge();
    }

    private void forgetTooLarge() {
        known.forEach((hour, its) -> {
            if (its.bytes() > mostBytes) {
                tooLarge.add(hour);
            }
        });
        known.keySet().removeAll(tooLarge);
    }

    private record HourRow(Instant hour) {}

    /** What holds of an hour, and since when everything older is settled. */
    private record Standing(Instant hour, Known known, long settledBefore) {}

    /**
     * What is known of one hour.
     *
     * @param properties by which outcomes were told apart, and which were measured
     * @param settledBefore all that older transactions entered is in the sums
     */
    private record Known(List<String> properties, long settledBefore, Map<Scope.Attributes, List<Tally>> sums) {

        static final Known NOTHING = new Known(List.of(), 0, Map.of());

        /** What still holds when these properties are asked for, and outcomes were last changed by this transaction. */
        Known asOf(List<String> asked, long changedBy) {
            return properties.equals(asked) && changedBy < settledBefore ? this : NOTHING;
        }

        Known plus(Map<Scope.Attributes, List<Tally>> settled, List<String> asked, long nowSettledBefore) {
            Map<Scope.Attributes, List<Tally>> grown = new HashMap<>(sums);
            settled.forEach((attributes, more) -> {
                Tallies together = new Tallies();
                together.addAll(sums.getOrDefault(attributes, List.of()));
                together.addAll(more);
                grown.put(attributes, together.summed());
            });
            return new Known(asked, nowSettledBefore, grown);
        }

        long bytes() {
            return sums.values().stream()
                    .flatMap(Collection::stream)
                    .mapToLong(Tally::bytes)
                    .sum();
        }
    }
}
