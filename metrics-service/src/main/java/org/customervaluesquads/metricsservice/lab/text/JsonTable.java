package org.customervaluesquads.metricsservice.lab.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.lab.Table;

/**
 * A table out of JSON: an array of objects, or an object with such an array as {@code rows}, and {@code options} beside it. The
 * text is gone through twice, first for the columns, which any row may add to, and then for the cells.
 */
final class JsonTable {

    private static final JsonFactory JSON = new JsonFactory();

    /** A list in a cell is a path's touches, as the text that CSV would have. */
    private static final String BETWEEN_PARTS = " > ";

    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private int rows;

    private JsonTable() {}

    static Tables.Brought read(String text) {
        try {
            JsonTable read = new JsonTable();
            read.goThrough(text, read::lookAt);
            return new Tables.Brought(read.filled(text), read.options);
        } catch (IOException broken) {
            throw Tables.refused("body", "is no JSON: " + Tables.firstLine(broken));
        }
    }

    private Table filled(String text) throws IOException {
        List<String> names = List.copyOf(columns);
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        Table.Growing table = new Table.Growing(names, text.length());
        String[] cells = new String[names.size()];
        goThrough(text, parser -> {
            Arrays.fill(cells, "");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int place = places.getOrDefault(parser.currentName(), 0);
                parser.nextToken();
                cells[place] = cell(parser, table.rows() + 1);
            }
            table.add(cells);
        });
        return table.grown();
    }

    /** What is done with a row, from behind its opening brace to its closing one. */
    @FunctionalInterface
    private interface RowReader {
        void read(JsonParser parser) throws IOException;
    }

    private void lookAt(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (columns.add(parser.currentName())) {
                Tables.limitColumns(columns);
            }
            parser.nextToken();
            parser.skipChildren();
        }
        rows++;
        Tables.limit(rows, columns.size());
    }

    private void goThrough(String text, RowReader reader) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            boolean isThere = false;
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                goThroughRows(parser, reader);
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("rows") && !isThere) {
                    goThroughRows(parser, reader);
                    isThere = true;
                } else if (field.equals("options")) {
                    readOptions(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (!isThere) {
                throw Tables.refused("rows", "must be an array of objects");
            }
        }
    }

    private static void goThroughRows(JsonParser parser, RowReader reader) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            throw Tables.refused("rows", "must be an array of objects");
        }
        for (int row = 1; parser.nextToken() != JsonToken.END_ARRAY; row++) {
            if (!parser.isExpectedStartObjectToken()) {
                throw Tables.refused("row " + row, "must be an object");
            }
            reader.read(parser);
        }
    }

    private void readOptions(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw Tables.refused("options", "must be an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String option = parser.currentName();
            parser.nextToken();
            options.put(option, scalar(parser));
            if (options.size() > Table.COLUMNS_AT_MOST) {
                throw Tables.refused("options", "there are at most " + Table.COLUMNS_AT_MOST);
            }
        }
    }

    private static String cell(JsonParser parser, int row) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            String text = scalar(parser);
            Tables.limitCell(row, text);
            return text;
        }
        StringBuilder parts = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parts.append(parts.isEmpty() ? "" : BETWEEN_PARTS).append(scalar(parser));
            Tables.limitCell(row, parts);
        }
        return parts.toString();
    }

    /** The text of a value; what is null or has values within has none. */
    private static String scalar(JsonParser parser) throws IOException {
        parser.skipChildren();
        JsonToken token = parser.currentToken();
        return token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : "";
    }
}
