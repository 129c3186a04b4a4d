package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A property of signals whose values are features of their own: {@code section}, or a part of it that a pattern takes
 * out, such as the first segment of a path.
 *
 * @param pattern a regular expression; the first group is the value, or all of it where it has no group; a value that
 *     does not match is no feature
 */
public record Property(String name, @Nullable Pattern pattern) {

    /** A value is cut to this, so that no text of a page swells the states. */
    public static final int VALUE_CHARACTERS_MAX = 64;

    /** A pattern is tried on so much of a text: what it costs has a bound. */
    private static final int LOOKED_AT_MAX = 512;

    private static final int PATTERN_CHARACTERS_MAX = 200;

    /** A property all of whose values count. */
    public static Property named(String name) {
        return new Property(name, null);
    }

    /**
     * As the catalogue writes it: a name, or an object of name and pattern.
     *
     * @throws IllegalArgumentException if it is neither, or the pattern is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Property read(JsonNode written) {
        if (written.isTextual()) {
            return named(written.asText());
        }
        String name = written.path("name").asText("");
        String pattern = written.path("pattern").asText("");
        if (name.isEmpty() || pattern.isEmpty() || written.size() != 2) {
            throw new IllegalArgumentException("a property is a name, or has a name and a pattern and nothing else");
        }
        if (pattern.length() > PATTERN_CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "the pattern of %s is longer than %d characters".formatted(name, PATTERN_CHARACTERS_MAX));
        }
        try {
            return new Property(name, Pattern.compile(pattern));
        } catch (PatternSyntaxException none) {
            throw new IllegalArgumentException(
                    "the pattern of %s is no regular expression: %s".formatted(name, none.getDescription()), none);
        }
    }

    /** As the catalogue writes it. */
    @JsonValue
    public Object written() {
        return pattern == null ? name : Map.of("name", name, "pattern", pattern.pattern());
    }

    /** The value that a text shows; null if it shows none. */
    @Nullable
    String valueIn(String text) {
        if (pattern == null) {
            return text.isEmpty() ? null : cut(text, VALUE_CHARACTERS_MAX);
        }
        Matcher found = pattern.matcher(cut(text, LOOKED_AT_MAX));
        String value = found.find() ? found.group(Math.min(1, found.groupCount())) : null;
        return value == null || value.isEmpty() ? null : cut(value, VALUE_CHARACTERS_MAX);
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }

    /** By what was written: a compiled pattern is equal to itself only. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Property property && written().equals(property.written());
    }

    @Override
    public int hashCode() {
        return Objects.hash(written());
    }
}
