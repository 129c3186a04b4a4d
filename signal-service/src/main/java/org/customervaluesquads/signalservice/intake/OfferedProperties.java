package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.contracts.MessageJson;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an offered signal. Those that were read from a text are taken apart only when somebody asks for one of
 * them: what they say is nothing to the door, and mostly their text can be recorded as it stands.
 */
final class OfferedProperties extends AbstractMap<String, JsonNode> {

    private static final ObjectReader JSON = MessageJson.mapper().readerFor(JsonNode.class);

    private final @Nullable Slice text;
    private final boolean nested;
    private final int size;
    private final int depth;
    private @Nullable Map<String, JsonNode> takenApart;

    private OfferedProperties(
            @Nullable Slice text, boolean nested, int size, int depth, @Nullable Map<String, JsonNode> takenApart) {
        this.text = text;
        this.nested = nested;
        this.size = size;
        this.depth = depth;
        this.takenApart = takenApart;
    }

    static OfferedProperties of(JsonNode object) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        object.properties().forEach(property -> properties.put(property.getKey(), property.getValue()));
        return new OfferedProperties(null, false, properties.size(), depth(object), properties);
    }

    /** Reads the object at which the parser of a text stands, and leaves it at the object's end. */
    static OfferedProperties read(JsonParser in, Slice text) throws IOException {
        long from = in.currentTokenLocation().getByteOffset();
        List<String> names = new ArrayList<>();
        boolean twice = false;
        boolean nested = false;
        int level = 1;
        int deepest = 1;
        while (level > 0) {
            switch (in.nextToken()) {
                case START_ARRAY -> deepest = Math.max(deepest, ++level);
                case START_OBJECT -> {
                    nested = true;
                    deepest = Math.max(deepest, ++level);
                }
                case END_OBJECT, END_ARRAY -> level--;
                case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
                case FIELD_NAME -> {
                    if (level == 1) {
                        twice |= names.size() <= Limits.PROPERTIES_MAX && names.contains(in.currentName());
                        names.add(in.currentName());
                    }
                }
                case null -> throw new IllegalStateException("the parser passed over the end of the text");
                default -> {}
            }
        }
        Slice own = text.part(from, in.currentLocation().getByteOffset());
        return twice ? of(parsed(own)) : new OfferedProperties(own, nested, names.size(), deepest, null);
    }

    int depth() {
        return depth;
    }

    /**
     * The text, if it is just as it would be written: then it need not be. Two offers that say the same with other spaces
     * or escapes must be recorded alike, by which a signal that came twice is known to be the same.
     */
    @Nullable
    Slice asItWouldBeWritten() {
        // of objects within, it is not known whether they name a property twice
        return text != null && !nested && isPlain(text) ? text : null;
    }

    /** Whether there are no spaces, nothing that could be escaped or spelt otherwise, and no numbers but natural ones. */
    private static boolean isPlain(Slice text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            byte character = text.at(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted) {
                if (character < ' ' || character == '\\') {
                    return false;
                }
            } else if (character <= ' ' || "-+.E".indexOf(character) >= 0 || isExponent(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExponent(Slice text, int at) {
        return text.at(at) == 'e' && Character.isDigit(text.at(at - 1));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable JsonNode get(Object name) {
        return takenApart().get(name);
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return takenApart().entrySet();
    }

    private Map<String, JsonNode> takenApart() {
        if (takenApart == null) {
            takenApart = text == null ? Map.of() : of(parsed(text)).takenApart();
        }
        return takenApart;
    }

    private static JsonNode parsed(Slice text) {
        try (JsonParser parser = text.parser(JSON)) {
            return JSON.readTree(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("what was JSON is none any more", impossible);
        }
    }

    private static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode inner : value) {
            deepest = Math.max(deepest, depth(inner));
        }
        return value.isContainerNode() ? deepest + 1 : 0;
    }
}
