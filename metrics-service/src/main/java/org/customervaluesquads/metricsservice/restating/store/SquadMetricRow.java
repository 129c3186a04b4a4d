package org.customervaluesquads.metricsservice.restating.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Grain;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Window;
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
                JsonRows.instantOrNull(row, "as_of"),
                row.getLong("revision"),
                row.getString("trace_parent"));
    }

    Standing standing() {
        Window window = new Window(Grain.valueOf(grain.toUpperCase(Locale.ROOT)), start_at, end_at);
        Reckoned reckoned = new Reckoned(
                metric, unit, direction, value, lower_bound, upper_bound, numerator, denominator, facts, silos, as_of);
        return new Standing(window, reckoned, revision);
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
                as_of,
                revision);
    }
}
