package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One engagement or fact that a door accepted, flat, on {@link Topics#SIGNALS_JUDGED} and, counted once, on {@link
 * Topics#SIGNALS}. When we learned of it stands in the header {@link CloudEventHeaders#RECORDED_TIME}.
 *
 * @param source with {@code id}, what makes it one signal
 * @param occurredAt when it happened
 * @param silo the department system it comes from
 * @param amount with {@code currency}, the worth of an outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalRecorded(
        String id,
        String source,
        String type,
        Instant occurredAt,
        String silo,
        @Nullable String customerId,
        @Nullable String anonymousId,
        @Nullable String accountId,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String channel,
        @Nullable String product,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String text,
        @Nullable Map<String, JsonNode> properties) {

    /** The type of what was understood of another signal's text: no door takes it from outside. */
    public static final String TEXT_UNDERSTOOD = "text.understood";

    private static final String ANONYMOUS = "anonymous:";
    private static final String NOBODY = "signal:";

    /**
     * The key under which the signal travels: whoever it is about, so that one customer's signals stay in order; a
     * signal about nobody travels under its own name.
     */
    public String key() {
        if (customerId != null) {
            return customerId;
        }
        return anonymousId != null ? keyOfAnonymous(anonymousId) : NOBODY + source + "/" + id;
    }

    /** The key under which signals of an anonymous id travel. */
    public static String keyOfAnonymous(String anonymousId) {
        return ANONYMOUS + anonymousId;
    }

    /** Whether a key is that of an anonymous id. */
    public static boolean isAnonymous(String key) {
        return key.startsWith(ANONYMOUS);
    }

    /** Whether it names itself and says what happened when, as each that a door accepted does. */
    public boolean hasAllItNeeds() {
        return id != null && source != null && type != null && occurredAt != null && silo != null;
    }

    /** Whether it was derived from another signal: it says more of that, and is no further engagement. */
    public boolean wasDerived() {
        return TEXT_UNDERSTOOD.equals(type);
    }

    /** The same fact of a known customer, and of this account if the signal names none itself. */
    public SignalRecorded of(@Nullable String customer, @Nullable String account) {
        return new SignalRecorded(
                id,
                source,
                type,
                occurredAt,
                silo,
                customer,
                anonymousId,
                accountId == null ? account : accountId,
                region,
                segment,
                channel,
                product,
                amount,
                currency,
                text,
                properties);
    }

    /** The same fact, about nobody: it counts where facts are counted, and says nothing of whom it was. */
    public SignalRecorded ofNobody() {
        return new SignalRecorded(
                id,
                source,
                type,
                occurredAt,
                silo,
                null,
                null,
                null,
                region,
                segment,
                channel,
                product,
                amount,
                currency,
                null,
                null);
    }

    /** Whether a record key names somebody, known or anonymous. */
    public static boolean isAboutSomebody(String key) {
        return !key.startsWith(NOBODY);
    }

    /** Whether a customer's id would be taken for another kind of key. */
    public static boolean isReserved(String customerId) {
        return customerId.startsWith(ANONYMOUS) || customerId.startsWith(NOBODY);
    }

    /** What decides in whose scope the signal is. */
    public Scope.Attributes attributes() {
        return Scope.Attributes.of(region, segment, accountId, product, channel);
    }
}
