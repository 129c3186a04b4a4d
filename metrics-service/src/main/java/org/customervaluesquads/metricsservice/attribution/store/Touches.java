package org.customervaluesquads.metricsservice.attribution.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Traced;

/** Keeps how customers were met: what happens again within the hour is the same touch, from its first moment on. */
@ApplicationScoped
public class Touches {

    // In the order of the key: two writers of the same touches wait for each other and never both.
    private static final String UPSERT = """
            INSERT INTO touch AS kept (subject, hour, digest, first_at, silo, channel, squad_id,
                                       region, segment, account, product)
            SELECT subject, hour, decode(digest, 'hex'), first_at, silo, channel, squad_id,
                   region, segment, account, product
            FROM jsonb_to_recordset(?::jsonb) AS r (subject text, hour timestamptz, digest text, first_at timestamptz,
                silo text, channel text, squad_id text, region text, segment text, account text, product text)
            ON CONFLICT (subject, hour, digest) DO UPDATE SET first_at = excluded.first_at
            WHERE kept.first_at > excluded.first_at
            """;

    private final Statements statements;

    Touches(Statements statements) {
        this.statements = statements;
    }

    /**
     * Keeps the touches among these signals.
     *
     * @param subjects by source and id, the keys under which signals came whose customer was found by a join
     */
    @Transactional
    public void keep(Collection<Traced<SignalRecorded>> signals, Map<String, String> subjects) {
        Map<String, TouchRow> rows = new TreeMap<>();
        for (Traced<SignalRecorded> traced : signals) {
            SignalRecorded signal = traced.its();
            String subject = subjects.getOrDefault(signal.source() + "\n" + signal.id(), signal.key());
            TouchRow.of(signal, subject).ifPresent(row -> rows.merge(row.key(), row, TouchRow::earlier));
        }
        if (!rows.isEmpty()) {
            statements.execute(UPSERT, JsonRows.of(rows.values()));
        }
    }
}
