package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The rule that a text must meet at a door to be kept by everything behind it. */
public final class StorableText {

    private StorableText() {}

    /** Whether a text is UTF-8 without a NUL character: PostgreSQL keeps none, and half a surrogate pair is no text. */
    public static boolean is(String text) {
        boolean surrogates = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\0') {
                return false;
            }
            surrogates |= Character.isSurrogate(character);
        }
        return !surrogates || UTF_8.newEncoder().canEncode(text);
    }
}
