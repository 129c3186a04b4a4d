package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 as signals: {@code id}, {@code source} and {@code type} are the signal's, {@code time} is its
 * {@code occurredAt}, and {@code data} holds the rest of it. All other attributes are about the transport.
 *
 * <p>The SDK's own reader stops at the first fault and names no field, so the reading is done here; tests hold it
 * against what the SDK writes.
 */
public final class CloudEvents {

    /** The media type of one event in structured mode. */
    public static final String STRUCTURED = "application/cloudevents+json";

    /** The media type of several events. */
    public static final String BATCHED = "application/cloudevents-batch+json";

    private static final String SPEC_VERSION = "specversion";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String DATA_CONTENT_TYPE = "datacontenttype";
    private static final List<String> ALIKE = List.of("id", "source", "type");

    private CloudEvents() {}

    /** Whether what was offered says of itself that it is a CloudEvent; no signal has such a field. */
    public static boolean saysSo(JsonNode offered) {
        return offered.has(SPEC_VERSION);
    }

    /** The signal in an event in structured mode; what is not legible stays so. */
    public static Offered structured(Offered offered) {
        return offered instanceof Offered.Legible(JsonNode event, String original)
                ? structured(event, original)
                : offered;
    }

    /** The signal in an event in binary mode, from its attributes by their names, and its data. */
    public static Offered binary(Map<String, String> attributes, byte[] data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        attributes.forEach(event::put);
        if (data.length == 0) {
            return structured(event, event.toString());
        }
        return switch (BatchReader.one(data)) {
            case Offered.Legible(JsonNode json, String text) -> {
                event.set(DATA, json);
                yield structured(event, event.toString());
            }
            case Offered.Illegible(Reason reason, String text) -> {
                event.put(DATA, text);
                yield unfit(event, List.of(new Reason(DATA, reason.reason())), event.toString());
            }
            case Offered.Unfit unfit -> unfit;
            case Offered.Signal own -> own;
        };
    }

    private static Offered structured(JsonNode event, String original) {
        if (!(event instanceof ObjectNode object)) {
            return new Offered.Legible(event, original);
        }
        List<Reason> reasons = new ArrayList<>();
        if (!"1.0".equals(event.path(SPEC_VERSION).textValue())) {
            reasons.add(new Reason(SPEC_VERSION, "must be \"1.0\""));
        }
        ObjectNode signal = dataOf(object, reasons);
        ALIKE.forEach(name -> put(signal, name, event.path(name), name, reasons));
        put(signal, "occurredAt", event.path("time"), "time", reasons);
        return reasons.isEmpty() ? new Offered.Legible(signal, original) : unfit(event, reasons, original);
    }

    private static void put(ObjectNode signal, String field, JsonNode value, String attribute, List<Reason> reasons) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (signal.hasNonNull(field) && !signal.path(field).equals(value)) {
            reasons.add(new Reason(DATA + "." + field, "differs from the event's " + attribute));
        }
        signal.set(field, value);
    }

    private static ObjectNode dataOf(ObjectNode event, List<Reason> reasons) {
        JsonNode type = event.path(DATA_CONTENT_TYPE);
        if (type.isTextual() && !isJson(type.textValue())) {
            reasons.add(new Reason(DATA_CONTENT_TYPE, "must be application/json"));
        }
        JsonNode data = event.path(DATA);
        if (event.hasNonNull(DATA_BASE64)) {
            if (event.hasNonNull(DATA)) {
                reasons.add(new Reason(DATA_BASE64, "must not stand beside data"));
            } else {
                data = decoded(event.path(DATA_BASE64), reasons);
            }
        }
        if (data instanceof ObjectNode object) {
            return object;
        }
        if (!data.isMissingNode() && !data.isNull()) {
            reasons.add(new Reason(DATA, "must be an object"));
        }
        return event.objectNode();
    }

    private static @Nullable JsonNode decodedJson(String base64) {
        try {
            return BatchReader.one(Base64.getDecoder().decode(base64)) instanceof Offered.Legible legible
                    ? legible.signal()
                    : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static JsonNode decoded(JsonNode base64, List<Reason> reasons) {
        JsonNode json = base64.isTextual() ? decodedJson(base64.textValue()) : null;
        if (json == null) {
            reasons.add(new Reason(DATA_BASE64, "must be JSON in base64"));
            return JsonNodeFactory.instance.nullNode();
        }
        return json;
    }

    private static boolean isJson(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static Offered unfit(JsonNode event, List<Reason> reasons, String original) {
        return new Offered.Unfit(Verdict.Rejected.named(event, reasons), original);
    }
}
