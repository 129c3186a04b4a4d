package org.customervaluesquads.signalservice.sources.rest;

import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.jspecify.annotations.Nullable;

/** A write key as it is listed: by its id and its times. */
public record KeyView(
        String keyId, Instant createdAt, @Nullable Instant validUntil) {

    static List<KeyView> from(List<KeyHash> keys) {
        return keys.stream()
                .map(key -> new KeyView(key.keyId(), key.createdAt(), key.validUntil()))
                .toList();
    }
}
