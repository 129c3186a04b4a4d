package org.customervaluesquads.metricsservice.restating.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.restating.Standing;

/** How a window of a squad is written to its row and read from it: all that stands in it together. */
final class WindowRow {

    private static final ObjectReader READER = MessageJson.mapper().readerFor(MetricRow[].class);
    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(MetricRow[].class);

    private WindowRow() {}

    /** What stands in a window, as JSON. */
    static String metrics(Collection<Standing> standing) {
        try {
            return WRITER.writeValueAsString(
                    standing.stream().map(MetricRow::of).toArray(MetricRow[]::new));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("metrics that cannot be written", unwritable);
        }
    }

    /** All that stands in the row's window. */
    static List<Standing> read(ResultSet row) throws SQLException {
        Window window = window(row);
        try {
            MetricRow[] metrics = READER.readValue(row.getString("metrics"));
            return Arrays.stream(metrics).map(metric -> metric.in(window)).toList();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("metrics that cannot be read", unreadable);
        }
    }

    /** The row's window. */
    static Window window(ResultSet row) throws SQLException {
        return window(row.getString("grain"), JsonRows.instant(row, "start_at"), JsonRows.instant(row, "end_at"));
    }

    private static Window window(String grain, Instant start, Instant end) {
        return new Window(Grain.valueOf(grain.toUpperCase(Locale.ROOT)), start, end);
    }
}
