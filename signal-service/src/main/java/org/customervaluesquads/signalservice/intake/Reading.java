package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.signalservice.intake.Fields.Form;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on its way to become a signal: gives the fields that are right, and collects a reason for each that is
 * not. The readings of its inner objects share its reasons.
 */
final class Reading {

    /** Amounts beyond this are mistakes, and a database could not keep them. */
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("1e12");

    private static final int AMOUNT_DECIMALS_MAX = 8;

    private final Fields fields;
    private final String path;
    private final List<Reason> reasons;

    private Reading(Fields fields, String path, List<Reason> reasons) {
        this.fields = fields;
        this.path = path;
        this.reasons = reasons;
    }

    static Reading of(Fields offered) {
        Reading reading = new Reading(offered, "", new ArrayList<>());
        if (!offered.isObject()) {
            reading.refuse("", "must be a JSON object");
        }
        return reading;
    }

    boolean isObject() {
        return fields.isObject();
    }

    boolean hasReasons() {
        return !reasons.isEmpty();
    }

    boolean hasReasonFor(String field) {
        return !reasons.isEmpty()
                && reasons.stream()
                        .anyMatch(reason ->
                                reason.field().equals(field) || reason.field().startsWith(field + "."));
    }

    Verdict.Rejected refused() {
        return Verdict.Rejected.named(fields, reasons);
    }

    void refuse(String field, String reason) {
        if (reasons.size() < Limits.REASONS_MAX) {
            reasons.add(new Reason(path + field, reason));
        }
    }

    /** Refuses each field that such an object does not have. */
    void refuseStrangers() {
        for (String name : fields.strangers()) {
            refuse(cut(name), path.isEmpty() ? "is not a field of a signal; properties take any" : "is not known here");
        }
    }

    /** The inner object; an empty one when it is absent. */
    Reading object(String field, Form form) {
        Object value = fields.get(field);
        Reading reading =
                new Reading(value instanceof Fields inner ? inner : Fields.none(form), path + field + ".", reasons);
        if (value != null && !(value instanceof Fields)) {
            refuse(field, "must be an object");
        }
        reading.refuseStrangers();
        return reading;
    }

    /** A short text that must be there; empty when it is not, with a reason. */
    String needsWord(String field) {
        boolean refused = hasReasons() && hasReasonFor(path + field);
        String word = word(field);
        if (word == null && !refused && !hasReasonFor(path + field)) {
            refuse(field, "is missing");
        }
        return word == null ? "" : word;
    }

    @Nullable
    String word(String field) {
        return text(field, Limits.WORD_CHARACTERS_MAX, true);
    }

    @Nullable
    String text(String field) {
        return text(field, Limits.TEXT_CHARACTERS_MAX, false);
    }

    private @Nullable String text(String field, int charactersMax, boolean word) {
        Object value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            refuse(field, "must be a text");
        } else if (text.length() > charactersMax) {
            refuse(field, "is longer than %,d characters".formatted(charactersMax));
        } else if (!StorableText.is(text)) {
            refuse(field, "must be UTF-8 text without NUL characters");
        } else if (word && text.isBlank()) {
            refuse(field, "must not be empty");
        } else {
            return text;
        }
        return null;
    }

    /** A time that must be there and not be later than the latest; that latest itself when it is not, with a reason. */
    Instant needsTime(String field, Instant latest, Instant now) {
        String written = needsWord(field);
        if (written.isEmpty()) {
            return latest;
        }
        try {
            Instant time = IsoTime.parse(written);
            if (time.isAfter(latest)) {
                refuse(field, "in the future by " + inWords(Duration.between(now, time)));
            } else if (time.isBefore(Instant.EPOCH)) {
                refuse(field, "is before 1970");
            } else {
                return time;
            }
        } catch (DateTimeException unreadable) {
            refuse(field, "must be an ISO 8601 time with its offset, such as 2026-01-31T09:30:00Z");
        }
        return latest;
    }

    static String inWords(Duration span) {
        return span.toDays() > 0
                ? span.toDays() + " days"
                : span.toHours() > 0 ? span.toHours() + " hours" : span.toMinutes() + " minutes";
    }

    @Nullable
    BigDecimal number(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof BigDecimal amount) || !Double.isFinite(amount.doubleValue())) {
            refuse(field, "must be a number");
        } else if (amount.abs().compareTo(AMOUNT_MAX) > 0) {
            refuse(field, "is larger than %s".formatted(AMOUNT_MAX.toPlainString()));
        } else if (amount.stripTrailingZeros().scale() > AMOUNT_DECIMALS_MAX) {
            refuse(field, "has more than %d decimals".formatted(AMOUNT_DECIMALS_MAX));
        } else {
            return amount.setScale(Math.clamp(amount.scale(), 0, AMOUNT_DECIMALS_MAX));
        }
        return null;
    }

    @Nullable
    String currency(String field) {
        String code = word(field);
        if (code == null) {
            return null;
        }
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            refuse(field, "is not an ISO 4217 currency code: " + cut(code));
            return null;
        }
    }

    @Nullable
    Map<String, JsonNode> properties() {
        Object value = fields.get(Fields.PROPERTIES);
        if (value == null) {
            return null;
        }
        if (!(value instanceof OfferedProperties properties)) {
            refuse(Fields.PROPERTIES, "must be an object");
        } else if (properties.size() > Limits.PROPERTIES_MAX) {
            refuse(Fields.PROPERTIES, "has more than %d properties".formatted(Limits.PROPERTIES_MAX));
        } else if (properties.depth() > Limits.PROPERTY_DEPTH_MAX) {
            refuse(Fields.PROPERTIES, "is nested more than %d deep".formatted(Limits.PROPERTY_DEPTH_MAX));
        } else {
            return properties;
        }
        return null;
    }

    private static String cut(String text) {
        return text.length() > Limits.WORD_CHARACTERS_MAX ? text.substring(0, Limits.WORD_CHARACTERS_MAX) : text;
    }
}
