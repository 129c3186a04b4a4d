package org.customervaluesquads.metricsservice.lab.text;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.customervaluesquads.metricsservice.lab.Table;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/** A table out of CSV with a heading, in which its separator is found (comma, semicolon, tab or bar). */
final class CsvTable {

    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final String SEPARATORS = ",;\t|";

    private CsvTable() {}

    static Table read(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        try (CsvParser parser = CSV.createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(heading)));
            return read(parser, text.length());
        } catch (RefusedRequest limited) {
            throw limited;
        } catch (IOException | RuntimeException broken) {
            throw Tables.refused("body", "is no CSV: " + Tables.firstLine(broken));
        }
    }

    private static Table read(CsvParser parser, int characters) throws IOException {
        parser.nextToken();
        List<String> columns = columns(parser);
        Table.Growing table = new Table.Growing(columns, characters);
        String[] cells = new String[columns.size()];
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            int row = table.rows() + 1;
            int count = 0;
            Arrays.fill(cells, "");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count == cells.length) {
                    throw Tables.refused("row " + row, "has more cells than the " + cells.length + " columns");
                }
                cells[count++] = parser.getText();
                Tables.limitCell(row, cells[count - 1]);
            }
            if (!isBlank(cells, count)) {
                Tables.limit(row, cells.length);
                table.add(cells);
            }
        }
        return table.grown();
    }

    /** Those of the first line that is not blank. */
    private static List<String> columns(CsvParser parser) throws IOException {
        List<String> columns = new ArrayList<>();
        while (columns.isEmpty() && parser.nextToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                columns.add(parser.getText().trim());
                Tables.limitColumns(columns);
            }
            if (isBlank(columns.toArray(String[]::new), columns.size())) {
                columns.clear();
            }
        }
        return columns;
    }

    private static boolean isBlank(String[] cells, int count) {
        return count == 0 || (count == 1 && cells[0].isBlank());
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
}
