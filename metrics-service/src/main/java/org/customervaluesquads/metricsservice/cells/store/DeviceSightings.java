package org.customervaluesquads.metricsservice.cells.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.identities.store.Identities;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.TouchingSquads;
import org.customervaluesquads.metricsservice.squads.FactAt;

/**
 * In which cells each device was seen. A device is nobody until it is known whose it is, and may turn out to be somebody
 * else's: so who was active is found from the sightings and the identities of now, and is in no cell's set.
 */
@ApplicationScoped
public class DeviceSightings {

    // In the order of the key: two writers of the same sightings wait for each other and never both.
    private static final String INSERT = """
            INSERT INTO device_sighting AS seen (hour, digest, subject)
            SELECT hour, decode(digest, 'hex'), subject
            FROM jsonb_to_recordset(?::jsonb) AS r (hour timestamptz, digest text, subject text)
            ON CONFLICT DO NOTHING
            RETURNING hour, encode(digest, 'hex') AS digest, subject,
                      EXISTS (SELECT FROM identity i WHERE i.subject = seen.subject) AS known
            """;

    private static final String NOBODYS = "";

    private final Statements statements;
    private final TouchingSquads touching;

    DeviceSightings(Statements statements, TouchingSquads touching) {
        this.statements = statements;
        this.touching = touching;
    }

    /**
     * Keeps where devices were seen, and marks what that touches if it is known whose they are.
     *
     * @param subjects by source and id, the keys under which signals came whose customer was found by a join
     */
    @Transactional
    public void keep(Collection<Traced<SignalRecorded>> signals, Map<String, String> subjects) {
        Map<String, SightingRow> rows = new TreeMap<>();
        Map<String, Traced<FactAt>> places = new TreeMap<>();
        for (Traced<SignalRecorded> traced : signals) {
            SignalRecorded signal = traced.its();
            String subject = subjects.getOrDefault(signal.source() + "\n" + signal.id(), signal.key());
            if (SignalRecorded.isAnonymous(subject)) {
                SightingRow row = SightingRow.of(signal, subject);
                rows.put(row.key(), row);
                places.put(row.key(), traced.map(its -> new FactAt(row.hour(), its.attributes())));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        statements.list(Identities.TOGETHER, row -> true);
        List<String> ofCustomers = statements.list(
                INSERT, row -> row.getBoolean("known") ? SightingRow.keyOf(row) : NOBODYS, JsonRows.of(rows.values()));
        touching.touch(ofCustomers.stream()
                .filter(key -> !key.equals(NOBODYS))
                .map(places::get)
                .toList());
    }

    /** A sighting's row; its fields are named as the columns. */
    private record SightingRow(Instant hour, String digest, String subject) {

        static SightingRow of(SignalRecorded signal, String subject) {
            Instant hour = signal.occurredAt().truncatedTo(ChronoUnit.HOURS);
            return new SightingRow(hour, CellRow.digestOf(signal), subject);
        }

        String key() {
            return hour + digest + subject;
        }

        static String keyOf(ResultSet row) throws SQLException {
            Instant hour = JsonRows.instant(row, "hour");
            return new SightingRow(hour, row.getString("digest"), row.getString("subject")).key();
        }
    }
}
