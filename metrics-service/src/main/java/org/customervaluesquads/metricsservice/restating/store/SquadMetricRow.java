package org.customervaluesquads.metricsservice.restating.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.jspecify.annotations.Nullable;

/** A row of squads' metrics; its fields are named as the columns. */
record SquadMetricRow(
        String squad_id,
        String grain,
        Instant start_at,
        String metric,
        Instant end_at,
        String unit,
        String direction,
        @Nullable BigDecimal value,
        @Nullable BigDecimal lower_bound,
        @Nullable BigDecimal upper_bound,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long facts,
        List<String> silos,
        List<Instant> silos_as_of,
        @Nullable Instant as_of,
        long revision,
        @Nullable String trace_parent) {

    static SquadMetricRow of(String squadId, Traced<Standing> traced) {
        Standing standing = traced.its();
        Reckoned reckoned = standing.reckoned();
        return new SquadMetricRow(
                squadId,
                standing.window().grain().word(),
                standing.window().start(),
                reckoned.metric(),
                standing.window().end(),
                reckoned.unit(),
                reckoned.direction(),
                reckoned.value(),
                reckoned.lower(),
                reckoned.upper(),
                reckoned.numerator(),
                reckoned.denominator(),
                reckoned.facts(),
                reckoned.silos(),
                List.copyOf(reckoned.newestBySilo().values()),
                reckoned.asOf(),
                standing.revision(),
                traced.traceParent());
    }

    static SquadMetricRow read(ResultSet row) throws SQLException {
        return new SquadMetricRow(
                row.getString("squad_id"),
                row.getString("grain"),
                JsonRows.instant(row, "start_at"),
                row.getString("metric"),
                JsonRows.instant(row, "end_at"),
                row.getString("unit"),
                row.getString("direction"),
                JsonRows.decimalOrNull(row, "value"),
                JsonRows.decimalOrNull(row, "lower_bound"),
                JsonRows.decimalOrNull(row, "upper_bound"),
                JsonRows.decimalOrNull(row, "numerator"),
                JsonRows.decimalOrNull(row, "denominator"),
                row.getLong("facts"),
                JsonRows.texts(row, "silos"),
                JsonRows.instants(row, "silos_as_of"),
                JsonRows.instantOrNull(row, "as_of"),
                row.getLong("revision"),
                row.getString("trace_parent"));
    }

    Standing standing() {
        SortedMap<String, Instant> newestBySilo = new TreeMap<>();
        for (int i = 0; i < Math.min(silos.size(), silos_as_of.size()); i++) {
            newestBySilo.put(silos.get(i), silos_as_of.get(i));
        }
        Reckoned reckoned = new Reckoned(
                metric,
                unit,
                direction,
                value,
                lower_bound,
                upper_bound,
                numerator,
                denominator,
                facts,
                newestBySilo,
                as_of);
        return new Standing(window(grain, start_at, end_at), reckoned, revision);
    }

    static Window window(String grain, Instant start, Instant end) {
        return new Window(Grain.valueOf(grain.toUpperCase(Locale.ROOT)), start, end);
    }

    SquadMetricRestated restated() {
        return new SquadMetricRestated(
                squad_id,
                metric,
                unit,
                direction,
                grain,
                start_at,
                end_at,
                value,
                lower_bound,
                upper_bound,
                numerator,
                denominator,
                facts,
                silos,
                silos_as_of,
                as_of,
                revision);
    }
}
