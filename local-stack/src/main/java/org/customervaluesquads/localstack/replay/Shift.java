package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.customervaluesquads.contracts.MessageJson;

/** Moving signals in time, all by the same span, so that the distances between them stay. */
record Shift(Duration by) {

    static final String OCCURRED_AT = "occurredAt";

    /** When a signal says it happened, if it says so legibly. */
    static Optional<Instant> timeOf(ObjectNode signal) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(signal.path(OCCURRED_AT).asText()).toInstant());
        } catch (DateTimeParseException illegible) {
            return Optional.empty();
        }
    }

    byte[] apply(byte[] signal) throws IOException {
        if (by.isZero()) {
            return signal;
        }
        ObjectNode moved = (ObjectNode) MessageJson.mapper().readTree(signal);
        timeOf(moved).ifPresent(time -> moved.put(OCCURRED_AT, time.plus(by).toString()));
        return MessageJson.mapper().writeValueAsBytes(moved);
    }
}
