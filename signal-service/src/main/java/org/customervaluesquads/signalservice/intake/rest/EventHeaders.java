package org.customervaluesquads.signalservice.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of a CloudEvent in binary mode, as the CloudEvents HTTP binding puts them into headers. */
final class EventHeaders {

    private static final String PREFIX = "ce-";
    private static final int HEX = 16;

    private EventHeaders() {}

    /** Whether the request says that it is a CloudEvent in binary mode. */
    static boolean areIn(HttpHeaders headers) {
        return headers.getHeaderString("ce-specversion") != null;
    }

    /** The attributes by their names, in one order. */
    static Map<String, String> read(HttpHeaders headers) {
        Map<String, String> attributes = new TreeMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX) && !values.isEmpty()) {
                attributes.put(lower.substring(PREFIX.length()), decoded(values.getFirst()));
            }
        });
        MediaType type = headers.getMediaType();
        if (type != null) {
            attributes.put("datacontenttype", type.toString());
        }
        return attributes;
    }

    /** Percent signs stand for bytes of UTF-8 where two digits follow, and else for themselves. */
    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] sent = value.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%' && i + 2 < sent.length && digit(sent[i + 1]) >= 0 && digit(sent[i + 2]) >= 0) {
                decoded.write(digit(sent[i + 1]) * HEX + digit(sent[i + 2]));
                i += 2;
            } else {
                decoded.write(sent[i]);
            }
        }
        return decoded.toString(UTF_8);
    }

    private static int digit(byte character) {
        return Character.digit(character, HEX);
    }
}
