package org.customervaluesquads.squadservice.history.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.customervaluesquads.contracts.MessageJson;

/** Values that are kept as JSON, because they are read and written whole. */
public final class StoredJson {

    private static final ObjectMapper MAPPER = MessageJson.mapper()
            .copy()
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);

    private StoredJson() {}

    /** The value as JSON, its enums in words. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a value that cannot be written: " + value.getClass(), bug);
        }
    }

    /** The value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The value that was written. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("stored JSON is no " + type.getSimpleName(), bug);
        }
    }
}
