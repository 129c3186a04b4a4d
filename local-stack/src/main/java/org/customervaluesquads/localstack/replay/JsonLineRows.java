package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.customervaluesquads.contracts.MessageJson;
import org.jspecify.annotations.Nullable;

/** Rows that are each a line of JSON; a broken line costs the others nothing. */
final class JsonLineRows implements RowFile {

    private final BufferedReader lines;
    private long line;

    JsonLineRows(InputStream content) {
        this.lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Row next() throws IOException {
        String text;
        do {
            text = lines.readLine();
            if (text == null) {
                return null;
            }
            line++;
        } while (text.isBlank());
        try {
            return new Row.Legible(line, MessageJson.mapper().readTree(text));
        } catch (JsonProcessingException illegible) {
            return new Row.Illegible(line, illegible.getOriginalMessage());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
