package org.customervaluesquads.signalservice.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes a signal of a Segment message, to be judged like any other.
 *
 * <p>A device's clock may be wrong, but the time between two of its readings is right: when the client says when it sent a
 * message, what happened is dated from the moment of receiving back by as much as the client says lay between.
 */
public final class SegmentMapping {

    private static final String MESSAGE_ID = "messageId";
    private static final String USER_ID = "userId";
    private static final String PREVIOUS_ID = "previousId";
    private static final String GROUP_ID = "groupId";
    private static final String CONTEXT = "context";
    private static final String EVENT = "event";
    private static final String TRAITS = "traits";

    private final SegmentEvents events;

    /** A mapping by a catalogue of events. */
    public SegmentMapping(SegmentEvents events) {
        this.events = events;
    }

    /** What a message means. */
    public sealed interface Meaning {
        /** One signal. */
        record Signal(ObjectNode signal) implements Meaning {}

        /** An event that the catalogue does not know. */
        record UnknownEvent(String event) implements Meaning {

            /** Why it is refused if nobody else knows it. */
            public Reason reason() {
                return new Reason(EVENT, "is neither in the catalogue nor mapped by the source: " + event);
            }
        }

        /** No message of this kind. */
        record Unusable(Reason reason) implements Meaning {}
    }

    /**
     * Says what a message means.
     *
     * @param kind of the message; the message's own type if null
     * @param batchSentAt when its batch was sent, for a message that does not say so itself
     */
    public Meaning meaningOf(
            JsonNode message,
            @Nullable String kind,
            String sourceId,
            @Nullable JsonNode batchSentAt,
            Instant receivedAt) {
        if (!message.isObject()) {
            return unusable("", "must be a JSON object");
        }
        if (isAbsent(message.path(MESSAGE_ID))) {
            return unusable(MESSAGE_ID, "is missing: sent again, the message would count twice");
        }
        ObjectNode signal = JsonNodeFactory.instance.objectNode();
        signal.set("id", word(message.path(MESSAGE_ID)));
        signal.put("source", sourceId);
        JsonNode sentAt = message.hasNonNull("sentAt") || batchSentAt == null ? message.path("sentAt") : batchSentAt;
        try {
            signal.put("occurredAt", occurredAt(message, sentAt, receivedAt));
        } catch (DateTimeException unreadable) {
            return unusable("sentAt", "must be an ISO 8601 time with its offset, such as 2026-01-31T09:30:00Z");
        }
        signal.set("customer", customerOf(message));
        String asked = kind == null ? message.path("type").asText("") : kind;
        return switch (asked) {
            case "track" -> track(signal, message);
            case "page", "screen" -> view(signal, message);
            case "identify" -> of(signal, "customer.identified", message.path(TRAITS));
            case "alias" -> alias(signal, message);
            case "group" -> group(signal, message);
            default -> unusable("type", "is none of track, identify, page, screen, group, alias");
        };
    }

    private Meaning track(ObjectNode signal, JsonNode message) {
        if (isAbsent(message.path(EVENT))) {
            return unusable(EVENT, "is missing");
        }
        String event = message.path(EVENT).asText();
        String type = events.typeOf(event);
        if (type == null) {
            return new Meaning.UnknownEvent(event);
        }
        JsonNode properties = message.path("properties");
        JsonNode amount = firstOf(properties, events.worth().getOrDefault(type, List.of()));
        if (amount != null) {
            String currency = properties.path("currency").asText("").strip();
            signal.putObject("value")
                    .put("currency", currency.isEmpty() ? events.currency() : currency.toUpperCase(Locale.ROOT))
                    .set("amount", number(amount));
        }
        JsonNode product = firstOf(properties, events.products());
        if (product != null) {
            signal.set("product", word(product));
        }
        return of(signal, type, with(properties, EVENT, message.path(EVENT)));
    }

    private static Meaning view(ObjectNode signal, JsonNode message) {
        JsonNode named = with(message.path("properties"), "name", message.path("name"));
        JsonNode all = with(named, "category", message.path("category"));
        return of(
                signal,
                "page.viewed",
                with(all, "campaign", message.path(CONTEXT).path("campaign")));
    }

    private static Meaning alias(ObjectNode signal, JsonNode message) {
        JsonNode previous = message.path(PREVIOUS_ID);
        if (isAbsent(previous) || isAbsent(message.path(USER_ID))) {
            return unusable(isAbsent(previous) ? PREVIOUS_ID : USER_ID, "is missing");
        }
        JsonNode none = JsonNodeFactory.instance.objectNode();
        return of(signal, "customer.aliased", with(none, PREVIOUS_ID, word(previous)));
    }

    private static Meaning group(ObjectNode signal, JsonNode message) {
        return isAbsent(message.path(GROUP_ID))
                ? unusable(GROUP_ID, "is missing")
                : of(signal, "customer.grouped", message.path(TRAITS));
    }

    private static Meaning of(ObjectNode signal, String type, JsonNode properties) {
        signal.put("type", type);
        if (!properties.isMissingNode()) {
            signal.set("properties", properties);
        }
        return new Meaning.Signal(signal);
    }

    private static ObjectNode customerOf(JsonNode message) {
        ObjectNode customer = JsonNodeFactory.instance.objectNode();
        JsonNode ownGroup = message.path(GROUP_ID);
        putWord(customer, "id", message.path(USER_ID));
        putWord(customer, "anonymousId", message.path("anonymousId"));
        putWord(
                customer,
                "accountId",
                isAbsent(ownGroup) ? message.path(CONTEXT).path(GROUP_ID) : ownGroup);
        return customer;
    }

    /** A time that cannot be read goes on as it is, for the judge to refuse. */
    private static String occurredAt(JsonNode message, JsonNode sentAt, Instant receivedAt) {
        JsonNode original = message.path("originalTimestamp");
        JsonNode said = isAbsent(original) ? message.path("timestamp") : original;
        Instant sent = isAbsent(sentAt) ? null : time(sentAt);
        if (isAbsent(said)) {
            return receivedAt.toString();
        }
        try {
            Instant happened = time(said);
            return (sent == null ? happened : receivedAt.minus(Duration.between(happened, sent))).toString();
        } catch (DateTimeException | ArithmeticException unreadable) {
            return said.asText();
        }
    }

    private static Instant time(JsonNode written) {
        return OffsetDateTime.parse(written.asText()).toInstant();
    }

    private static @Nullable JsonNode firstOf(JsonNode properties, List<String> names) {
        for (String name : names) {
            if (!isAbsent(properties.path(name))) {
                return properties.path(name);
            }
        }
        return null;
    }

    /** The properties and one more, which they may have already; what is no object goes on for the judge to refuse. */
    private static JsonNode with(JsonNode properties, String name, JsonNode value) {
        if (isAbsent(value) || properties.hasNonNull(name) || !(properties.isObject() || isAbsent(properties))) {
            return properties;
        }
        ObjectNode more = isAbsent(properties) ? JsonNodeFactory.instance.objectNode() : properties.deepCopy();
        more.set(name, value);
        return more;
    }

    private static void putWord(ObjectNode object, String field, JsonNode value) {
        if (!isAbsent(value)) {
            object.set(field, word(value));
        }
    }

    /** Ids may come as numbers. */
    private static JsonNode word(JsonNode value) {
        return value.isNumber() ? JsonNodeFactory.instance.textNode(value.asText()) : value;
    }

    /** Amounts may come as texts. */
    private static JsonNode number(JsonNode value) {
        try {
            return value.isTextual()
                    ? JsonNodeFactory.instance.numberNode(
                            new BigDecimal(value.textValue().strip()))
                    : value;
        } catch (NumberFormatException none) {
            return value;
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
    }

    private static Meaning unusable(String field, String reason) {
        return new Meaning.Unusable(new Reason(field, reason));
    }
}
