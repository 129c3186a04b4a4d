package org.customervaluesquads.metricsservice.lab.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.lab.Table;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/** Tables out of texts, in CSV or JSON. They are read as they come, so that limits hold before memory is taken. */
public final class Tables {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Tables() {}

    /**
     * What was brought.
     *
     * @param options those of a JSON object beside its rows
     */
    public record Brought(Table table, Map<String, String> options) {}

    /** The table of a text in either form. */
    public static Brought read(String text) {
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int begin = 0;
        while (begin < plain.length() && Character.isWhitespace(plain.charAt(begin))) {
            begin++;
        }
        if (begin == plain.length()) {
            throw refused("body", "is empty");
        }
        char first = plain.charAt(begin);
        return first == '[' || first == '{' ? JsonTable.read(plain) : new Brought(CsvTable.read(plain), Map.of());
    }

    /** Refuses more rows, or more cells, than a table can have. */
    static void limit(int rows, int columns) {
        if (rows > Table.ROWS_AT_MOST) {
            throw refused("rows", "there are at most " + Table.ROWS_AT_MOST);
        }
        if ((long) rows * columns > Table.CELLS_AT_MOST) {
            throw refused("rows", "there are at most " + Table.CELLS_AT_MOST + " cells: leave out rows, or columns");
        }
    }

    static void limitColumns(Collection<String> columns) {
        if (columns.size() > Table.COLUMNS_AT_MOST) {
            throw refused("columns", "there are at most " + Table.COLUMNS_AT_MOST);
        }
    }

    /** Refuses a cell that is longer than one can be. */
    static void limitCell(int row, CharSequence cell) {
        if (cell.length() > Table.CHARACTERS_AT_MOST) {
            throw refused("row " + row, "a cell has at most " + Table.CHARACTERS_AT_MOST + " characters");
        }
    }

    static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }

    static String firstLine(Throwable broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
