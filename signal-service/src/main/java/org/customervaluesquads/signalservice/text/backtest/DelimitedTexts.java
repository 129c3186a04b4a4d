package org.customervaluesquads.signalservice.text.backtest;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Labelled texts in rows: separated by commas or semicolons, with quotes, or by tabs, without; with a header or without. */
final class DelimitedTexts {

    private static final char TAB = '\t';
    private static final char SEMICOLON = ';';
    private static final char COMMA = ',';
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private DelimitedTexts() {}

    static List<Labelled> read(Path path, String content, Asked asked) {
        List<List<String>> rows = rows(path, content);
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean header = Columns.isHeader(rows.getFirst(), asked);
        Columns columns = header ? Columns.named(path, rows.getFirst(), asked) : Columns.unnamed(path, rows, asked);
        int first = header ? 1 : 0;
        for (int i = first; i < rows.size(); i++) {
            if (rows.get(i).size() <= Math.max(columns.text(), columns.label())) {
                throw new Unreadable("%s: row %d has only %d columns"
                        .formatted(path, i + 1, rows.get(i).size()));
            }
        }
        return rows.subList(first, rows.size()).stream()
                .map(row -> new Labelled(
                        row.get(columns.text()).strip(),
                        row.get(columns.label()).strip()))
                .toList();
    }

    private static List<List<String>> rows(Path path, String content) {
        char delimiter = delimiter(content.lines().findFirst().orElse(""));
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
        try (MappingIterator<List<String>> rows = CSV.readerForListOf(String.class)
                .with(delimiter == TAB ? schema.withoutQuoteChar() : schema)
                .readValues(content)) {
            return rows.readAll();
        } catch (IOException broken) {
            throw new Unreadable("%s cannot be read as rows: %s".formatted(path, broken.getMessage()));
        }
    }

    /** A tab stands in no text; of the other two, the one that parts the first row more often. */
    private static char delimiter(String firstRow) {
        if (firstRow.indexOf(TAB) >= 0) {
            return TAB;
        }
        return count(SEMICOLON, firstRow) > count(COMMA, firstRow) ? SEMICOLON : COMMA;
    }

    private static long count(char sign, String row) {
        return row.chars().filter(one -> one == sign).count();
    }
}
