package org.customervaluesquads.signalservice.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.jspecify.annotations.Nullable;

/** The write key of a request: the user of its basic authorization, as Segment's clients send it, or its bearer token. */
final class PresentedKey {

    /** What is longer is, or holds, no key of ours. */
    private static final int CHARACTERS_MAX = 512;

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private PresentedKey() {}

    /** The hash of the key that an {@code Authorization} header bears; null when it bears none. */
    static @Nullable String hashIn(@Nullable String authorization) {
        if (authorization == null || authorization.length() > CHARACTERS_MAX) {
            return null;
        }
        if (startsWith(authorization, BEARER)) {
            return WriteKeys.hashOf(authorization.substring(BEARER.length()).strip());
        }
        String user = startsWith(authorization, BASIC)
                ? userOf(authorization.substring(BASIC.length()).strip())
                : null;
        return user == null ? null : WriteKeys.hashOf(user);
    }

    /** The hash of what is said to be a key; null when it cannot be one. */
    static @Nullable String hashOf(String key) {
        return key.isBlank() || key.length() > CHARACTERS_MAX ? null : WriteKeys.hashOf(key);
    }

    private static @Nullable String userOf(String credentials) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(credentials), UTF_8);
            int colon = userAndPassword.indexOf(':');
            return colon < 0 ? userAndPassword : userAndPassword.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean startsWith(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
