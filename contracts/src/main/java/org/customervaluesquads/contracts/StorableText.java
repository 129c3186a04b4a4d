package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The rule that a text must meet at a door to be kept by everything behind it. */
public final class StorableText {

    private StorableText() {}

    /** Whether a text is UTF-8 without a NUL character: PostgreSQL keeps none, and half a surrogate pair is no text. */
    public static boolean is(String text) {
        return text.indexOf('\0') < 0 && !isBroken(text);
    }

    private static boolean isBroken(String text) {
        return text.chars().anyMatch(character -> Character.isSurrogate((char) character))
                && !UTF_8.newEncoder().canEncode(text);
    }
}
