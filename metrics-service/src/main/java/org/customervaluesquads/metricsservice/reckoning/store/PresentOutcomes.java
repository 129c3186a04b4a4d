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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                   coalesce(c.changed_by, -1) AS changed_by, pg_postmaster_start_time()::text AS server
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

    /** Gives the sums of these hours, some of them in parts; touches are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    synchronized void each(Set<Instant> hours, Definitions definitions, Taking taking) {
        // Looked up before the outcomes are: what is settled now is seen by every statement that follows.
        List<Standing> standing = statements.list(
                STANDS,
                row -> {
                    Instant hour = JsonRows.instant(row, "hour");
                    Source source = new Source(
                            row.getString("server"),
                            definitions.labels(Facts.OUTCOMES),
                            definitions.numbers(Facts.OUTCOMES));
                    Known its = known.getOrDefault(hour, Known.of(source)).asOf(source, row.getLong("changed_by"));
                    return new Standing(hour, its, row.getLong("settled_before"));
                },
                JsonRows.of(hours.stream().map(HourRow::new).toList()));
        for (Standing its : standing) {
            each(its, definitions, taking);
        }
    }

    private void each(Standing standing, Definitions definitions, Taking taking) {
        Instant hour = standing.hour;
        Known its = standing.known;
        its.sums.forEach((attributes, sums) -> sums.forEach(sum -> taking.take(hour, attributes, sum)));
        Settling settling = new Settling(its, mostBytes);
        statements.each(
                FactQueries.outcomesSince(definitions),
                row -> {
                    Scope.Attributes attributes = FactPlaces.attributes(row);
                    Tally tally = FactTallies.outcomes(row, its.source.labels, its.source.numbers);
                    taking.take(hour, attributes, tally);
                    if (row.getBoolean("settled")) {
                        settling.add(attributes, tally);
                    }
                },
                standing.settledBefore,
                OffsetDateTime.ofInstant(hour, ZoneOffset.UTC),
                its.settledBefore);
        settling.until(standing.settledBefore).ifPresentOrElse(grown -> known.put(hour, grown), () -> {
            known.remove(hour);
            tooLarge.add(hour);
        });
    }

    private record HourRow(Instant hour) {}

    /** What holds of an hour, and since when everything older is settled. */
    private record Standing(Instant hour, Known known, long settledBefore) {}

    /**
     * Where sums come from.
     *
     * @param server since when the database's server runs; another one counts its transactions otherwise
     * @param labels by which outcomes are told apart
     * @param numbers which are measured
     */
    private record Source(String server, List<String> labels, List<String> numbers) {}

    /**
     * What is known of one hour.
     *
     * @param settledBefore all that older transactions entered is in the sums
     */
    private record Known(Source source, long settledBefore, Map<Scope.Attributes, List<Tally>> sums) {

        static Known of(Source source) {
            return new Known(source, 0, Map.of());
        }

        /** What still holds for this source, when outcomes were last changed by this transaction. */
        Known asOf(Source now, long changedBy) {
            return source.equals(now) && changedBy < settledBefore ? this : of(now);
        }
    }

    /** What is to be added to what is known, as long as that has not become too large. */
    private static final class Settling {

        private final Known known;
        private final Map<Scope.Attributes, List<Tally>> added = new HashMap<>();
        private long bytesLeft;

        Settling(Known known, long mostBytes) {
            this.known = known;
            bytesLeft = mostBytes - bytes(known.sums);
        }

        void add(Scope.Attributes attributes, Tally tally) {
            bytesLeft -= tally.bytes();
            if (bytesLeft >= 0) {
                added.computeIfAbsent(attributes, first -> new ArrayList<>()).add(tally);
            }
        }

        Optional<Known> until(long settledBefore) {
            if (bytesLeft < 0) {
                return Optional.empty();
            }
            Map<Scope.Attributes, List<Tally>> sums = new HashMap<>(known.sums);
            added.forEach((attributes, more) -> {
                Tallies together = new Tallies();
                together.addAll(sums.getOrDefault(attributes, List.of()));
                together.addAll(more);
                sums.put(attributes, together.summed());
            });
            return Optional.of(new Known(known.source, settledBefore, sums));
        }

        private static long bytes(Map<Scope.Attributes, List<Tally>> sums) {
            return sums.values().stream()
                    .flatMap(Collection::stream)
                    .mapToLong(Tally::bytes)
                    .sum();
        }
    }
}
