package org.customervaluesquads.metricsservice.cells.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.identities.store.Identities;

/**
 * Sums the cells of hours up to cells of days of UTC, once nothing was added to them for so long.
 *
 * <p>A day's cell stands in the same table, {@link Calendar#MIDDLE_OF_DAY} into its day: most of it is then the same
 * day all over the world. How many signals of each hour it holds is noted: when an hour grows after all, the log
 * tells of the hour as a whole, and only what is new of it is added.
 */
@ApplicationScoped
public class CellsOfDays {

    // When a cell grew is noted to the hour.
    private static final String OLD = """
            SELECT hour, encode(digest, 'hex') AS digest, silo, channel, type, region, segment, account, product, signals,
                   customers, newest_at
            FROM cell
            WHERE recorded_at < ?::timestamptz - interval '1 hour' AND extract(minute FROM hour AT TIME ZONE 'UTC') = 0
            ORDER BY recorded_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String ADD = """
            INSERT INTO cell (hour, digest, silo, channel, type, region, segment, account, product, signals, customers,
                              newest_at, recorded_at)
            SELECT hour, decode(digest, 'hex'), silo, channel, type, region, segment, account, product, signals,
                   decode(customers, 'base64'), newest_at, 'infinity'
            FROM jsonb_to_recordset(?::jsonb) AS r (
                hour timestamptz, digest text, silo text, channel text, type text, region text, segment text,
                account text, product text, signals bigint, customers text, newest_at timestamptz)
            ON CONFLICT (hour, digest) DO UPDATE
            SET signals = excluded.signals, customers = excluded.customers, newest_at = excluded.newest_at
            """;
    private static final String KEYS =
            " FROM jsonb_to_recordset(?::jsonb) AS r (hour timestamptz, digest text, signals bigint) ";
    private static final String DAYS =
            """
            SELECT c.hour, encode(c.digest, 'hex') AS digest, silo, channel, type, region, segment, account, product,
                   c.signals, customers, newest_at
            """ + KEYS + "JOIN cell c ON c.hour = r.hour AND c.digest = decode(r.digest, 'hex') FOR UPDATE OF c";
    private static final String NOTE = "INSERT INTO rolled_cell AS kept (hour, digest, signals)"
            + " SELECT hour, decode(digest, 'hex'), signals" + KEYS + """
            ON CONFLICT (hour, digest) DO UPDATE SET signals = greatest(kept.signals, excluded.signals)
            """;
    private static final String NOTED = "SELECT r.hour, r.digest, k.signals" + KEYS
            + "JOIN rolled_cell k ON k.hour = r.hour AND k.digest = decode(r.digest, 'hex') FOR UPDATE OF k";
    private static final String TAKE_AWAY = "DELETE FROM cell USING (SELECT *" + KEYS
            + ") AS k WHERE cell.hour = k.hour AND cell.digest = decode(k.digest, 'hex')";
    private static final String MOVE_SIGHTINGS =
            "WITH moved AS (DELETE FROM device_sighting d USING (SELECT *" + KEYS + """
            ) AS k WHERE d.hour = k.hour AND d.digest = decode(k.digest, 'hex') RETURNING d.hour, d.digest, d.subject)
            INSERT INTO device_sighting (hour, digest, subject)
            SELECT DISTINCT date_trunc('day', hour, 'UTC') + interval '12 hours 30 minutes', digest, subject FROM moved
            ON CONFLICT DO NOTHING
            """;

    private final Statements statements;
    private final MetricsSettings.Retention settings;
    private final Clock clock;

    CellsOfDays(Statements statements, MetricsSettings settings, Clock clock) {
        this.statements = statements;
        this.settings = settings.retention();
        this.clock = clock;
    }

    /** The moment at which the cell of the hour's day stands. */
    static Instant dayOf(Instant hour) {
        return hour.truncatedTo(ChronoUnit.DAYS).plus(Calendar.MIDDLE_OF_DAY);
    }

    /** Sums some of the old cells up; the next time some more. */
    @Scheduled(every = "{squads.retention.looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void rollUp() {
        statements.list(Identities.TOGETHER, row -> true);
        Instant before = clock.instant().minus(settings.hours());
        List<CellRow> old = statements.list(
                OLD, CellsOfDays::read, OffsetDateTime.ofInstant(before, ZoneOffset.UTC), settings.atOnce());
        if (!old.isEmpty()) {
            addToDays(old, Map.of());
            String keys = JsonRows.of(old.stream().map(Key::of).toList());
            statements.execute(NOTE, keys);
            statements.execute(TAKE_AWAY, keys);
            statements.execute(MOVE_SIGHTINGS, keys);
        }
    }

    /**
     * Adds to the cells of days what is new of hours that are in them already, and gives the keys of all such hours,
     * those with nothing new included.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> addLate(Collection<CellRow> hours, Set<String> grown) {
        Map<String, Long> noted = new TreeMap<>();
        statements.each(
                NOTED,
                row -> noted.put(JsonRows.instant(row, "hour") + row.getString("digest"), row.getLong("signals")),
                JsonRows.of(hours.stream().map(Key::of).toList()));
        List<CellRow> late = hours.stream()
                .filter(row -> noted.getOrDefault(row.key(), Long.MAX_VALUE) < row.signals())
                .toList();
        if (!late.isEmpty()) {
            addToDays(late, noted);
            statements.execute(NOTE, JsonRows.of(late.stream().map(Key::of).toList()));
            late.forEach(row -> grown.add(row.key()));
        }
        return new HashSet<>(noted.keySet());
    }

    /** Adds hours to their days, less the signals of them that are there. */
    private void addToDays(List<CellRow> hours, Map<String, Long> there) {
        Map<String, CellRow> days = new TreeMap<>();
        String keys = JsonRows.of(hours.stream()
                .map(CellsOfDays::emptyDay)
                .map(Key::of)
                .distinct()
                .toList());
        statements.list(DAYS, CellsOfDays::read, keys).forEach(day -> days.put(day.key(), day));
        for (CellRow hour : hours) {
            long fresh = hour.signals() - there.getOrDefault(hour.key(), 0L);
            CellRow more = hour.with(dayOf(hour.hour()), fresh, hour.customers(), hour.newest_at());
            days.merge(more.key(), more, CellsOfDays::together);
        }
        statements.execute(ADD, JsonRows.of(days.values()));
    }

    private static CellRow emptyDay(CellRow hour) {
        return hour.with(dayOf(hour.hour()), 0, hour.customers(), hour.newest_at());
    }

    private static CellRow together(CellRow one, CellRow other) {
        Customers united = Customers.union(List.of(customers(one), customers(other)));
        return one.with(
                one.hour(),
                one.signals() + other.signals(),
                Base64.getEncoder().encodeToString(united.packed()),
                one.newest_at().isAfter(other.newest_at()) ? one.newest_at() : other.newest_at());
    }

    private static Customers customers(CellRow row) {
        return Customers.unpack(Base64.getDecoder().decode(row.customers()));
    }

    private static CellRow read(ResultSet row) throws SQLException {
        return new CellRow(
                JsonRows.instant(row, "hour"),
                row.getString("digest"),
                row.getString("silo"),
                row.getString("channel"),
                row.getString("type"),
                row.getString("region"),
                row.getString("segment"),
                row.getString("account"),
                row.getString("product"),
                row.getLong("signals"),
                Base64.getEncoder().encodeToString(row.getBytes("customers")),
                JsonRows.instant(row, "newest_at"));
    }

    private record Key(Instant hour, String digest, long signals) {

        static Key of(CellRow row) {
            return new Key(row.hour(), row.digest(), row.signals());
        }
    }
}
