package org.customervaluesquads.metricsservice.experiments.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.Traced;

/** Keeps who was shown which variant; Segment's names for cycle and variant are understood too. */
@ApplicationScoped
public class Exposures {

    private static final String TYPE = "experiment.exposed";
    private static final List<String> CYCLE = List.of("cycleId", "cycle", "experiment_id", "experimentId");
    private static final List<String> VARIANT =
            List.of("variant", "variation_name", "variationName", "variation_id", "variationId");

    private static final String INSERT = """
            INSERT INTO exposure (source, id, cycle_id, variant, subject, occurred_at)
            SELECT source, id, cycle_id, variant, subject, occurred_at
            FROM jsonb_to_recordset(?::jsonb) AS r (source text, id text, cycle_id text, variant text, subject text,
                                                    occurred_at timestamptz)
            ON CONFLICT DO NOTHING
            """;

    private final Statements statements;

    Exposures(Statements statements) {
        this.statements = statements;
    }

    /**
     * Keeps the exposures among these signals.
     *
     * @param subjects by source and id, the keys under which signals came whose customer was found by a join
     */
    @Transactional
    public void keep(Collection<Traced<SignalRecorded>> signals, Map<String, String> subjects) {
        Map<String, ExposureRow> rows = new TreeMap<>();
        for (Traced<SignalRecorded> traced : signals) {
            SignalRecorded signal = traced.its();
            String name = signal.source() + "\n" + signal.id();
            exposure(signal, subjects.getOrDefault(name, signal.key())).ifPresent(row -> rows.putIfAbsent(name, row));
        }
        if (!rows.isEmpty()) {
            statements.execute(INSERT, JsonRows.of(rows.values()));
        }
    }

    private static Optional<ExposureRow> exposure(SignalRecorded signal, String subject) {
        Map<String, JsonNode> properties = signal.properties();
        if (!signal.type().equals(TYPE) || properties == null || !SignalRecorded.isAboutSomebody(subject)) {
            return Optional.empty();
        }
        Optional<String> cycle = first(CYCLE, properties);
        return first(VARIANT, properties)
                .flatMap(variant -> cycle.map(its ->
                        new ExposureRow(signal.source(), signal.id(), its, variant, subject, signal.occurredAt())));
    }

    private static Optional<String> first(List<String> names, Map<String, JsonNode> properties) {
        return names.stream()
                .map(properties::get)
                .filter(value -> value != null && value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && Plausibility.canBeKept(text))
                .findFirst();
    }

    /** A row's fields are named as the columns. */
    private record ExposureRow(
            String source, String id, String cycle_id, String variant, String subject, Instant occurred_at) {}
}
