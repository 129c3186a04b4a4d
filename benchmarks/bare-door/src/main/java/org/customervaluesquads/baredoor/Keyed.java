package org.customervaluesquads.baredoor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Under which key a signal is forwarded. */
enum Keyed {
    /** Under none, unread. */
    NOT {
        @Override
        byte @Nullable [] keyOf(byte[] body, int from, int to) {
            return null;
        }
    },
    /** Under its customer's id; it is read no further than that. */
    BY_CUSTOMER {
        @Override
        byte @Nullable [] keyOf(byte[] body, int from, int to) {
            try (JsonParser in = JSON.createParser(body, from, to - from)) {
                in.nextToken();
                return find(in, "customer") && find(in, "id") ? in.getText().getBytes(UTF_8) : null;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    };

    private static final JsonFactory JSON = new JsonFactory();

    abstract byte @Nullable [] keyOf(byte[] body, int from, int to);

    /** Goes on to a field's value in the object in which the parser stands. */
    private static boolean find(JsonParser in, String field) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (name.equals(field)) {
                return value != JsonToken.VALUE_NULL;
            }
            in.skipChildren();
        }
        return false;
    }
}
