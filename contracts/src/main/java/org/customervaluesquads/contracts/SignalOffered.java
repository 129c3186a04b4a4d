package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal as a source offers it at a door, by HTTP or on {@link Topics#SIGNALS_INBOX}: not judged yet. A CloudEvent may
 * stand in its place.
 *
 * @param source with {@code id}, what makes it one signal
 * @param occurredAt when it happened, by the clock of whoever sends it
 * @param sentAt when it was sent, by the same clock, which is corrected by it
 * @param value the worth of an outcome
 * @param properties whatever else is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalOffered(
        String id,
        String source,
        String type,
        Instant occurredAt,
        @Nullable Instant sentAt,
        @Nullable Customer customer,
        @Nullable String channel,
        @Nullable String product,
        @Nullable Value value,
        @Nullable String text,
        @Nullable Map<String, JsonNode> properties) {

    /** Whom it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Customer(
            @Nullable String id,
            @Nullable String anonymousId,
            @Nullable String accountId,
            @Nullable String region,
            @Nullable String segment) {}

    /** An amount in a currency of ISO 4217. */
    public record Value(BigDecimal amount, String currency) {}
}
