package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.signalservice.intake.Fields.Form;
import org.customervaluesquads.signalservice.intake.SignalTypes.Demand;
import org.customervaluesquads.signalservice.who.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Judges signals: the one set of rules behind every door. Names every field that is wrong, not only the first.
 *
 * <p>A field that a signal does not have is refused and not passed over, since what is passed over is lost without
 * anybody being told; whatever a source wants to add has its place under {@code properties}.
 */
public final class Judge {

    private final SignalTypes types;
    private final Function<String, @Nullable SourceRegistered> sources;

    /**
     * A judge by a catalogue of types.
     *
     * @param sources finds a registered source by its id; null when there is none
     */
    public Judge(SignalTypes types, Function<String, @Nullable SourceRegistered> sources) {
        this.types = types;
        this.sources = sources;
    }

    /** Judges what was read of one signal, as of now. */
    public Verdict judge(JsonNode offered, Instant now) {
        return judge(Fields.of(offered), now);
    }

    /** Judges one signal as of now. */
    public Verdict judge(Fields offered, Instant now) {
        Reading signal = Reading.of(offered);
        if (!signal.isObject()) {
            return signal.refused();
        }
        signal.refuseStrangers();
        String id = signal.needsWord("id");
        String type = signal.needsWord("type");
        SourceRegistered source = sourceOf(signal);
        Instant occurredAt = Times.occurredAt(signal, now);
        Times.refuseTooOld(signal, occurredAt, source == null ? null : source.maxAge(), now);
        Set<Demand> demands = demandsOf(type, signal);
        Reading customer = signal.object("customer", Form.CUSTOMER);
        Reading value = signal.object("value", Form.VALUE);
        String customerId = customer.word("id");
        if (customerId != null && SignalRecorded.isReserved(customerId)) {
            customer.refuse("id", "must not begin with anonymous: or signal:");
        }
        SignalRecorded recorded = new SignalRecorded(
                id,
                source == null ? "" : source.sourceId(),
                type,
                occurredAt,
                source == null ? "" : source.silo(),
                customerId,
                customer.word("anonymousId"),
                customer.word("accountId"),
                orElse(customer.word("region"), source == null ? null : source.region()),
                customer.word("segment"),
                orElse(signal.word("channel"), source == null ? null : source.channel()),
                signal.word("product"),
                value.number("amount"),
                value.currency("currency"),
                signal.text("text"),
                signal.properties());
        demand(demands, recorded, signal);
        return signal.hasReasons() ? signal.refused() : new Verdict.Accepted(recorded);
    }

    private @Nullable SourceRegistered sourceOf(Reading signal) {
        String named = signal.needsWord("source");
        SourceRegistered source = named.isEmpty() ? null : sources.apply(named);
        if (source == null && !named.isEmpty()) {
            signal.refuse("source", "is not a registered source: " + named);
        }
        return source;
    }

    private Set<Demand> demandsOf(String type, Reading signal) {
        Set<Demand> demands = types.of(type);
        if (demands == null && !type.isEmpty()) {
            signal.refuse("type", "is not a known type of signal: " + type);
        }
        return demands == null ? EnumSet.noneOf(Demand.class) : demands;
    }

    private static void demand(Set<Demand> demands, SignalRecorded signal, Reading reading) {
        for (Demand demand : demands) {
            switch (demand) {
                case SOMEBODY -> {
                    if (signal.customerId() == null && signal.anonymousId() == null) {
                        reading.refuse("customer", "needs an id or an anonymousId for " + signal.type());
                    }
                }
                case CUSTOMER -> {
                    if (signal.customerId() == null && signal.accountId() == null) {
                        reading.refuse("customer", "needs an id or an accountId for " + signal.type());
                    }
                }
                case KNOWN -> need(signal.customerId() != null, "customer.id", signal, reading);
                case ACCOUNT -> need(signal.accountId() != null, "customer.accountId", signal, reading);
                case PREVIOUS -> {
                    JsonNode previous = propertyOf(signal, Statements.PREVIOUS_ID);
                    need(previous.isTextual() && isWord(previous), "properties.previousId", signal, reading);
                }
                case PURPOSES ->
                    need(
                            !propertyOf(signal, Statements.PURPOSES).isMissingNode(),
                            "properties.purposes",
                            signal,
                            reading);
                case LISTED -> {
                    JsonNode purposes = propertyOf(signal, Statements.PURPOSES);
                    if (!purposes.isMissingNode() && !areTexts(purposes)) {
                        reading.refuse("properties.purposes", "must be a list of texts");
                    }
                }
                case VALUE -> {
                    if (signal.amount() == null && !reading.hasReasonFor("value")) {
                        reading.refuse("value", "needs an amount and a currency for " + signal.type());
                    }
                }
                case POSITIVE -> {
                    if (signal.amount() != null && signal.amount().signum() < 0) {
                        reading.refuse("value.amount", "must not be below zero for " + signal.type());
                    }
                }
            }
        }
        if ((signal.amount() == null) != (signal.currency() == null) && !reading.hasReasonFor("value")) {
            reading.refuse("value", "needs both an amount and a currency");
        }
    }

    private static void need(boolean there, String field, SignalRecorded signal, Reading reading) {
        if (!there && !reading.hasReasonFor(field)) {
            reading.refuse(field, "is needed for " + signal.type());
        }
    }

    private static JsonNode propertyOf(SignalRecorded signal, String name) {
        JsonNode found =
                signal.properties() == null ? null : signal.properties().get(name);
        return found == null ? MissingNode.getInstance() : found;
    }

    private static boolean isWord(JsonNode text) {
        return !text.textValue().isBlank()
                && text.textValue().length() <= Limits.WORD_CHARACTERS_MAX
                && StorableText.is(text.textValue());
    }

    private static boolean areTexts(JsonNode list) {
        return list.isArray() && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static @Nullable String orElse(@Nullable String given, @Nullable String otherwise) {
        return given == null ? otherwise : given;
    }
}
