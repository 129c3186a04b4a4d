package org.customervaluesquads.signalservice.sources.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.jspecify.annotations.Nullable;

/** Gives a source a write key of its own, a new one beside the former, and takes keys back. */
@ApplicationScoped
public class RotatingKeys {

    private static final int KEY_ID_BYTES = 6;

    private final RegisteringSources registering;
    private final SecureRandom random = new SecureRandom();

    RotatingKeys(RegisteringSources registering) {
        this.registering = registering;
    }

    /** A new key, which stands nowhere else, and what is kept of it. */
    public record Made(String key, KeyHash kept) {}

    /**
     * Makes a key; those of before stay valid as long as they overlap.
     *
     * @return empty if the source has as many valid keys as it may, or is not registered; then nothing was changed
     */
    public Optional<Made> rotate(String sourceId, Duration overlap) {
        String key = WriteKeys.written(bytes(WriteKeys.BYTES));
        String keyId = HexFormat.of().formatHex(bytes(KEY_ID_BYTES));
        SourceRegistered after = registering.change(sourceId, (before, now) -> {
            if (before == null) {
                return null;
            }
            KeyHash fresh = new KeyHash(keyId, WriteKeys.hashOf(key), now, null);
            List<KeyHash> keys = WriteKeys.rotated(before.keys(), fresh, overlap);
            return keys.size() > WriteKeys.KEYS_MAX ? before : before.withKeys(keys, now);
        });
        return keysOf(after).stream()
                .filter(kept -> kept.keyId().equals(keyId))
                .map(kept -> new Made(key, kept))
                .findFirst();
    }

    /** Takes a key back; the source goes on to demand one, even if none is left. */
    public void takeBack(String sourceId, String keyId) {
        var _ = registering.change(sourceId, (before, now) -> {
            List<KeyHash> left = new ArrayList<>(keysOf(before));
            return before != null && left.removeIf(key -> key.keyId().equals(keyId))
                    ? before.withKeys(List.copyOf(left), now)
                    : before;
        });
    }

    private static List<KeyHash> keysOf(@Nullable SourceRegistered source) {
        return source == null || source.keys() == null ? List.of() : source.keys();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
