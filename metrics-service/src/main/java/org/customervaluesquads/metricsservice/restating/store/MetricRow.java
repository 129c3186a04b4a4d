package org.customervaluesquads.metricsservice.restating.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.jspecify.annotations.Nullable;

/** A metric as it stands in the row of its window; its fields are named as the columns of the view of single metrics. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetricRow(
        String metric,
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
        long revision) {

    static MetricRow of(Standing standing) {
        Reckoned reckoned = standing.reckoned();
        return new MetricRow(
                reckoned.metric(),
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
                standing.revision());
    }

    /** A row of the view. */
    static MetricRow read(ResultSet row) throws SQLException {
        return new MetricRow(
                row.getString("metric"),
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
                row.getLong("revision"));
    }

    Standing in(Window window) {
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
        return new Standing(window, reckoned, revision);
    }
}
