package org.customervaluesquads.signalservice.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.HttpHeaders;
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
    static boolean areIn(MultiMap headers) {
        return headers.contains("ce-specversion");
    }

    /** The attributes by their names, in one order. */
    static Map<String, String> read(MultiMap headers) {
        Map<String, String> attributes = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                attributes.putIfAbsent(lower.substring(PREFIX.length()), decoded(value));
            }
        });
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            attributes.put("datacontenttype", type);
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
