package org.customervaluesquads.metricsservice.cells.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.identities.store.Identities;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;

/** The cells' table: of each cell the sum of the most signals. */
@ApplicationScoped
public class Cells {

    // A sum only ever grows, so the larger one is the newer one, in whichever order they arrive.
    // When a cell grew last is noted to the hour, so that one that grows all day is not moved in its index all day.
    private static final String UPSERT = """
            INSERT INTO cell (hour, digest, silo, channel, type, region, segment, account, product, signals,
                              customers, newest_at, recorded_at)
            SELECT hour, decode(digest, 'hex'), silo, channel, type, region, segment, account, product, signals,
                   decode(customers, 'base64'), newest_at, recorded_at
            FROM jsonb_to_recordset(?::jsonb) AS r (
                hour timestamptz, digest text, silo text, channel text, type text, region text, segment text,
                account text, product text, signals bigint, customers text, newest_at timestamptz)
            CROSS JOIN (SELECT ?::timestamptz AS recorded_at) AS now
            ON CONFLICT (hour, digest) DO UPDATE
            SET signals = excluded.signals, customers = excluded.customers, newest_at = excluded.newest_at,
                recorded_at = CASE WHEN excluded.recorded_at < cell.recorded_at + interval '1 hour'
                    THEN cell.recorded_at ELSE excluded.recorded_at END
            WHERE cell.signals < excluded.signals
            RETURNING hour, encode(digest, 'hex') AS digest
            """;

    private final Statements statements;
    private final TouchingSquads touching;
    private final CellsOfDays days;
    private final Clock clock;

    Cells(Statements statements, TouchingSquads touching, CellsOfDays days, Clock clock) {
        this.statements = statements;
        this.touching = touching;
        this.days = days;
        this.clock = clock;
    }

    /** Keeps sums, and marks what those that have grown touch. */
    @Transactional
    public void keep(Collection<Traced<EngagementCellSummed>> sums) {
        if (sums.isEmpty()) {
            return;
        }
        Map<String, CellRow> rows = new TreeMap<>();
        Map<String, Traced<FactAt>> places = new TreeMap<>();
        for (Traced<EngagementCellSummed> traced : sums) {
            EngagementCellSummed sum = traced.its();
            CellRow row = CellRow.from(sum);
            rows.merge(row.key(), row, (one, other) -> one.signals() < other.signals() ? other : one);
            places.put(row.key(), traced.map(its -> new FactAt(its.hour(), its.attributes())));
        }
        // Whoever changes identities sees each cell that is kept, or is seen by whoever reckons it.
        statements.list(Identities.TOGETHER, row -> true);
        Set<String> grown = new TreeSet<>();
        rows.keySet().removeAll(days.addLate(rows.values(), grown));
        statements.each(
                UPSERT,
                row -> grown.add(JsonRows.instant(row, "hour") + row.getString("digest")),
                JsonRows.of(rows.values()),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        touching.touch(grown.stream().map(places::get).toList());
    }
}
