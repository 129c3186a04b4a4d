package org.customervaluesquads.metricsservice.reckoning.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON Schema of definitions, and what of a document it refuses. */
public final class DefinitionsSchema {

    private static final String FILE = "/metric-definitions.schema.json";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private DefinitionsSchema() {}

    /** The schema, as it is published. */
    public static String text() {
        try (InputStream file = DefinitionsSchema.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> reasonsAgainst(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON).stream()
                .map(DefinitionsSchema::reason)
                .distinct()
                .toList();
    }

    private static String reason(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }
}
