package org.customervaluesquads.signalservice.sources;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.jspecify.annotations.Nullable;

/**
 * The write keys of a source, as hashes.
 *
 * <p>A key is random and as long as the hash itself, so nobody can find it by trying, and a plain SHA-256 hides it: the
 * slow, salted hashes that passwords need would only cost every request their slowness.
 */
public final class WriteKeys {

    /** As many random bytes as SHA-256 can hide. */
    public static final int BYTES = 32;

    /** How long the former keys stay valid beside a new one, unless said otherwise. */
    public static final Duration OVERLAP_DEFAULT = Duration.ofDays(1);

    /** Whoever cannot change to a new key within this time needs no rotation but another source. */
    public static final Duration OVERLAP_MAX = Duration.ofDays(90);

    /** So many keys can be valid at once. */
    public static final int KEYS_MAX = 10;

    private WriteKeys() {}

    /** Random bytes as a key that fits into a header, a URL and a configuration file. */
    public static String written(byte[] random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of a key. */
    public static String hashOf(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The keys when a new one came: those of before stay valid as long as they overlap, expired ones are gone. */
    public static List<KeyHash> rotated(@Nullable List<KeyHash> before, KeyHash fresh, Duration overlap) {
        Instant end = fresh.createdAt().plus(overlap);
        List<KeyHash> after = new ArrayList<>();
        for (KeyHash key : before == null ? List.<KeyHash>of() : before) {
            Instant until = key.validUntil() == null || key.validUntil().isAfter(end) ? end : key.validUntil();
            if (until.isAfter(fresh.createdAt())) {
                after.add(new KeyHash(key.keyId(), key.sha256(), key.createdAt(), until));
            }
        }
        after.add(fresh);
        return List.copyOf(after);
    }

    /** Whether one of the keys has this hash and is valid; takes as long whichever it is. */
    static boolean opens(@Nullable List<KeyHash> keys, String sha256, Instant now) {
        boolean opens = false;
        for (KeyHash key : keys == null ? List.<KeyHash>of() : keys) {
            boolean same = MessageDigest.isEqual(key.sha256().getBytes(US_ASCII), sha256.getBytes(US_ASCII));
            opens |= same && (key.validUntil() == null || now.isBefore(key.validUntil()));
        }
        return opens;
    }
}
