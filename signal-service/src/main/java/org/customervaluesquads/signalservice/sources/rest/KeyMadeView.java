package org.customervaluesquads.signalservice.sources.rest;

import java.time.Instant;
import org.customervaluesquads.signalservice.sources.kafka.RotatingKeys;

/** A new write key, the only time that it is shown. */
public record KeyMadeView(String keyId, String key, Instant createdAt) {

    static KeyMadeView from(RotatingKeys.Made made) {
        return new KeyMadeView(made.kept().keyId(), made.key(), made.kept().createdAt());
    }
}
