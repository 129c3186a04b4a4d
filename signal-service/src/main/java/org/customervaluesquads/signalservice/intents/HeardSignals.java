package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a recorded signal's bytes what listening needs of it, and skips the rest: its amount, its text, and the
 * properties of which the catalogue makes no features. Every signal is read here, and a tree of it would be thrown away.
 */
public final class HeardSignals {

    private static final JsonFactory JSON = new JsonFactory();

    private final Set<String> properties = new HashSet<>();

    /** A reader for what this catalogue makes features of. */
    public HeardSignals(IntentCatalogue catalogue) {
        catalogue.properties().values().forEach(all -> all.forEach(property -> properties.add(property.name())));
    }

    /** Reads a signal; null when the bytes are not the JSON of one. */
    public @Nullable SignalRecorded read(byte[] signal) {
        Heard heard = new Heard();
        try (JsonParser in = JSON.createParser(signal)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                JsonToken value = in.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    heard.take(field, in);
                } else if (value == JsonToken.START_OBJECT && field.equals("properties")) {
                    heard.properties = readProperties(in);
                } else {
                    in.skipChildren();
                }
            }
            return heard.isWhole() ? heard.signal() : null;
        } catch (IOException | DateTimeException notOne) {
            return null;
        }
    }

    /** What a signal tells of its account: all that is listened to, but whom it is about. */
    public SignalRecorded ofAccount(SignalRecorded signal) {
        Map<String, JsonNode> told = signal.properties() == null ? Map.of() : new HashMap<>(signal.properties());
        told.keySet().retainAll(properties);
        return new SignalRecorded(
                signal.id(),
                signal.source(),
                signal.type(),
                signal.occurredAt(),
                signal.silo(),
                null,
                null,
                signal.accountId(),
                signal.region(),
                signal.segment(),
                signal.channel(),
                signal.product(),
                null,
                null,
                null,
                told);
    }

    private Map<String, JsonNode> readProperties(JsonParser in) throws IOException {
        Map<String, JsonNode> read = new HashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && properties.contains(name)) {
                read.put(name, TextNode.valueOf(in.getText()));
            } else {
                in.skipChildren();
            }
        }
        return read;
    }

    /** The fields as they are found. */
    @SuppressWarnings("NullAway.Init") // what a signal must have is looked for before it is made of them
    private static final class Heard {

        private String id;
        private String source;
        private String type;
        private String occurredAt;
        private String silo;
        private @Nullable String customerId;
        private @Nullable String anonymousId;
        private @Nullable String accountId;
        private @Nullable String region;
        private @Nullable String segment;
        private @Nullable String channel;
        private @Nullable String product;
        private @Nullable Map<String, JsonNode> properties;

        private void take(String field, JsonParser in) throws IOException {
            switch (field) {
                case "id" -> id = in.getText();
                case "source" -> source = in.getText();
                case "type" -> type = in.getText();
                case "occurredAt" -> occurredAt = in.getText();
                case "silo" -> silo = in.getText();
                case "customerId" -> customerId = in.getText();
                case "anonymousId" -> anonymousId = in.getText();
                case "accountId" -> accountId = in.getText();
                case "region" -> region = in.getText();
                case "segment" -> segment = in.getText();
                case "channel" -> channel = in.getText();
                case "product" -> product = in.getText();
                default -> {}
            }
        }

        private boolean isWhole() {
            return id != null && source != null && type != null && occurredAt != null && silo != null;
        }

        private SignalRecorded signal() {
            return new SignalRecorded(
                    id,
                    source,
                    type,
                    IsoTime.parse(occurredAt),
                    silo,
                    customerId,
                    anonymousId,
                    accountId,
                    region,
                    segment,
                    channel,
                    product,
                    null,
                    null,
                    null,
                    properties);
        }
    }
}
