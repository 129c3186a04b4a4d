package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an object that is offered as a signal, read in one pass and judged by nobody yet: its known fields, and
 * the names of all others.
 *
 * <p>A value is a {@link String}, a {@link java.math.BigDecimal}, the {@code Fields} of an inner object, {@link
 * OfferedProperties}, or else something that is no value of a signal. As everywhere, the last of two fields of one name
 * counts.
 */
public final class Fields {

    /** A list, a truth value, or an object where none belongs. */
    private static final Object OTHER = new Object();

    static final String PROPERTIES = "properties";

    /** The objects that a signal is made of, with the names that each knows. */
    static final class Form {

        static final Form CUSTOMER = new Form(Map.of(), "id", "anonymousId", "accountId", "region", "segment");
        static final Form VALUE = new Form(Map.of(), "amount", "currency");
        static final Form SIGNAL = new Form(
                Map.of("customer", CUSTOMER, "value", VALUE),
                "id",
                "source",
                "type",
                "occurredAt",
                "sentAt",
                "customer",
                "channel",
                "product",
                "value",
                "text",
                PROPERTIES);

        private final Map<String, Form> inner;
        private final Map<String, Integer> places = new HashMap<>();

        private Form(Map<String, Form> inner, String... names) {
            this.inner = inner;
            for (String name : names) {
                places.put(name, places.size());
            }
        }
    }

    private final Form form;
    private final boolean object;
    private final @Nullable Object[] values;
    private Set<String> strangers = Set.of();

    private Fields(Form form, boolean object) {
        this.form = form;
        this.object = object;
        this.values = new @Nullable Object[form.places.size()];
    }

    /** An object without any field. */
    static Fields none(Form form) {
        return new Fields(form, true);
    }

    /** Reads the value at which the parser of a text stands. */
    static Fields read(JsonParser in, Slice text) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return read(in, text, Form.SIGNAL);
        }
        skip(in);
        return new Fields(Form.SIGNAL, false);
    }

    /** The same of a value that was read already. */
    static Fields of(JsonNode value) {
        return value instanceof ObjectNode ? of(value, Form.SIGNAL) : new Fields(Form.SIGNAL, false);
    }

    boolean isObject() {
        return object;
    }

    /** A known field's value; null when it is absent, or said to be. */
    @Nullable
    Object get(String field) {
        return values[place(field)];
    }

    /** A known field's text; null when it has none. */
    @Nullable
    String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    /** The names that are not known, in the order in which they stood. */
    Set<String> strangers() {
        return strangers;
    }

    private int place(String field) {
        Integer place = form.places.get(field);
        if (place == null) {
            throw new IllegalArgumentException("no field of this object is called " + field);
        }
        return place;
    }

    private void put(String name, @Nullable Object value) {
        Integer place = form.places.get(name);
        if (place != null) {
            values[place] = value;
        } else {
            strangers = strangers.isEmpty() ? new LinkedHashSet<>() : strangers;
            strangers.add(name);
        }
    }

    private static Fields read(JsonParser in, Slice text, Form form) throws IOException {
        Fields fields = new Fields(form, true);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            fields.put(name, fields.value(name, in, text));
        }
        return fields;
    }

    private @Nullable Object value(String name, JsonParser in, Slice text) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case START_OBJECT -> {
                Form inner = form.inner.get(name);
                if (inner != null) {
                    yield read(in, text, inner);
                } else if (form == Form.SIGNAL && name.equals(PROPERTIES)) {
                    yield OfferedProperties.read(in, text);
                }
                skip(in);
                yield OTHER;
            }
            default -> {
                skip(in);
                yield OTHER;
            }
        };
    }

    /** Passes over a value; a number that cannot be read is found, as it would be if it were not passed over. */
    static void skip(JsonParser in) throws IOException {
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                in.getDecimalValue();
            }
        } while (depth > 0 && in.nextToken() != null);
    }

    private static Fields of(JsonNode object, Form form) {
        Fields fields = new Fields(form, true);
        object.properties().forEach(field -> {
            fields.put(field.getKey(), fields.value(field.getKey(), field.getValue()));
        });
        return fields;
    }

    private @Nullable Object value(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING -> value.textValue();
            case NUMBER -> Double.isFinite(value.doubleValue()) ? value.decimalValue() : OTHER;
            case OBJECT -> {
                Form inner = form.inner.get(name);
                if (inner != null) {
                    yield of(value, inner);
                }
                yield form == Form.SIGNAL && name.equals(PROPERTIES) ? OfferedProperties.of(value) : OTHER;
            }
            case ARRAY, BINARY, BOOLEAN, POJO -> OTHER;
        };
    }
}
