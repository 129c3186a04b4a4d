package org.customervaluesquads.metricsservice.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.contracts.MessageJson;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one parameter of one statement: a JSON array that the statement takes apart with {@code
 * jsonb_to_recordset}. A batch is one round trip, its columns are named where they are used, and numbers stay exact.
 */
public final class JsonRows {

    private JsonRows() {}

    /** The rows as JSON; a field is named as the statement names its column. */
    public static String of(Collection<?> rows) {
        try {
            return MessageJson.mapper().writeValueAsString(rows);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("rows that cannot be written as JSON", unwritable);
        }
    }

    /** A moment that the column always has. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that the column may lack. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A number that the column may lack. */
    public static @Nullable BigDecimal decimalOrNull(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    /** The texts of an array. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** The numbers of an array, those that are there. */
    public static List<BigDecimal> decimals(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((BigDecimal[]) array.getArray())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The moments of an array. */
    public static List<Instant> instants(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Timestamp[]) array.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
    }
}
