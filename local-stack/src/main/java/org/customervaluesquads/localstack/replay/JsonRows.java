package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import org.customervaluesquads.contracts.MessageJson;
import org.jspecify.annotations.Nullable;

/** Rows that are the elements of a JSON array, or JSON objects one after the other. */
final class JsonRows implements RowFile {

    private final MappingIterator<JsonNode> rows;
    private boolean broken;

    private JsonRows(MappingIterator<JsonNode> rows) {
        this.rows = rows;
    }

    static JsonRows of(InputStream content) throws IOException {
        return new JsonRows(MessageJson.mapper().readerFor(JsonNode.class).readValues(content));
    }

    /** After something that is no JSON there is no telling where the next row begins: it is the last. */
    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (broken || !rows.hasNextValue()) {
                return null;
            }
            JsonNode value = rows.nextValue();
            return new Row.Legible(rows.getCurrentLocation().getLineNr(), value);
        } catch (JsonProcessingException illegible) {
            broken = true;
            return new Row.Illegible(
                    illegible.getLocation().getLineNr(),
                    illegible.getOriginalMessage() + "; nothing behind it is read");
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
