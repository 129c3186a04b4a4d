package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Rows of CSV with a header: texts by the names of their columns; an empty one is null. */
final class CsvRows implements RowFile {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<JsonNode> rows;

    private CsvRows(MappingIterator<JsonNode> rows) {
        this.rows = rows;
    }

    static CsvRows of(InputStream content, char separator) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        return new CsvRows(CSV.readerFor(JsonNode.class).with(header).readValues(content));
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (!rows.hasNextValue()) {
                return null;
            }
            // Before a row is read, the parser stands at the end of the line before.
            long line = rows.getParser().currentTokenLocation().getLineNr() + 1L;
            return new Row.Legible(line, rows.nextValue());
        } catch (JsonProcessingException illegible) {
            return new Row.Illegible(illegible.getLocation().getLineNr(), illegible.getOriginalMessage());
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
