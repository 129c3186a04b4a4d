package org.customervaluesquads.metricsservice.lab.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.lab.Table;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/**
 * Tables out of texts. CSV has a heading; its separator is found in it (comma, semicolon, tab or bar). JSON is an array of
 * objects, or an object with such an array as {@code rows}.
 */
public final class Tables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final String SEPARATORS = ",;\t|";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Tables() {}

    /** The table of a text in either form. */
    public static Table read(String text) {
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        String begin = plain.stripLeading();
        if (begin.isEmpty()) {
            throw refused("body", "is empty");
        }
        return begin.charAt(0) == '[' || begin.charAt(0) == '{' ? json(plain) : csv(plain);
    }

    private static Table csv(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(heading));
        List<List<String>> rows = new ArrayList<>();
        try (MappingIterator<String[]> lines =
                CSV.readerFor(String[].class).with(schema).readValues(text)) {
            while (lines.hasNext()) {
                List<String> cells = List.of(lines.next());
                if (!(cells.isEmpty() || (cells.size() == 1 && cells.getFirst().isBlank()))) {
                    rows.add(cells);
                }
                limit(rows.size() - 1);
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof RefusedRequest limited
                    ? limited
                    : refused("line " + (rows.size() + 1), "is no CSV: " + firstLine(broken));
        }
        List<String> columns = rows.removeFirst().stream().map(String::trim).toList();
        limitColumns(columns);
        List<List<String>> cells = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            cells.add(filled(rows.get(row), columns.size(), row));
        }
        return new Table(columns, cells);
    }

    private static List<String> filled(List<String> cells, int size, int row) {
        if (cells.size() > size) {
            throw refused("row " + (row + 1), "has " + cells.size() + " cells under " + size + " columns");
        }
        List<String> filled = new ArrayList<>(cells);
        while (filled.size() < size) {
            filled.add("");
        }
        return filled;
    }

    private static char separator(String heading) {
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (int place = 0; place < SEPARATORS.length(); place++) {
            char separator = SEPARATORS.charAt(place);
            long many = heading.chars().filter(letter -> letter == separator).count();
            if (many > most) {
                most = many;
                best = separator;
            }
        }
        return best;
    }

    private static Table json(String text) {
        JsonNode rows = parsed(text);
        rows = rows.isObject() ? rows.path("rows") : rows;
        if (!rows.isArray()) {
            throw refused("rows", "must be an array of objects");
        }
        limit(rows.size());
        Set<String> columns = new LinkedHashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isObject()) {
                throw refused("row " + (row + 1), "must be an object");
            }
            rows.get(row).fieldNames().forEachRemaining(columns::add);
            limitColumns(columns);
        }
        List<List<String>> cells = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            cells.add(columns.stream().map(column -> cell(row.path(column))).toList());
        }
        return new Table(List.copyOf(columns), cells);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw refused("body", "is no JSON: " + firstLine(broken));
        }
    }

    /** A list, such as a path's touches, as the text that CSV would have. */
    private static String cell(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(" > ", parts);
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** The options of a JSON object beside its rows. */
    public static Map<String, String> options(String text) {
        String begin = text.stripLeading();
        JsonNode options = begin.startsWith("{") ? parsed(text).path("options") : JSON.createObjectNode();
        Map<String, String> named = new java.util.LinkedHashMap<>();
        options.properties()
                .forEach(option -> named.put(option.getKey(), option.getValue().asText()));
        return named;
    }

    private static void limit(int rows) {
        if (rows > Table.ROWS_AT_MOST) {
            throw refused("rows", "there are at most " + Table.ROWS_AT_MOST);
        }
    }

    private static void limitColumns(Collection<String> columns) {
        if (columns.size() > Table.COLUMNS_AT_MOST) {
            throw refused("columns", "there are at most " + Table.COLUMNS_AT_MOST);
        }
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }

    private static String firstLine(Throwable broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
