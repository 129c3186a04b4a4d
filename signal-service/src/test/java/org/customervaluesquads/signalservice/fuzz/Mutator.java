package org.customervaluesquads.signalservice.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes a broken request of a right one; equal seeds make equal requests. */
final class Mutator {

    private static final int NESTED = 3_000;

    /** The container answers longer ones before any door sees them. */
    private static final int HEADER_MAX = 4_000;

    private static final List<String> WRONG_TYPES =
            List.of("text/csv", "application/xml", "application/json;charset=", "*/*");
    private static final List<String> SPLICES = List.of(
            "null",
            "[]",
            "{}",
            "true",
            "-1",
            "1e999999999",
            "161e9999999996",
            "1e-999999999",
            "9".repeat(2_000),
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(20_000) + "\"",
            "{\"a\":1,\"a\":2}",
            "\"9999-99-99T99:99:99Z\"",
            "\"\"",
            "[".repeat(NESTED) + "]".repeat(NESTED),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900));

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** A request as it is sent. */
    static final class Sent {
        final String contentType;
        final Map<String, String> headers;
        final byte[] body;

        Sent(String contentType, Map<String, String> headers, byte[] body) {
            this.contentType = contentType;
            this.headers = headers;
            this.body = body;
        }
    }

    Sent broken(FuzzedDoor door) throws IOException {
        byte[] body = door.valid().getBytes(UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            body = mutated(body);
        }
        Map<String, String> headers = new HashMap<>(door.headers());
        String type = door.contentType();
        switch (random.nextInt(14)) {
            case 0 -> type = WRONG_TYPES.get(random.nextInt(WRONG_TYPES.size()));
            case 1 -> headers.put("Content-Encoding", random.nextBoolean() ? "gzip" : "br");
            case 2 -> {
                headers.put("Content-Encoding", "gzip");
                body = gzip(body);
            }
            case 3 -> {
                headers.put("Content-Encoding", "gzip");
                body = flipped(gzip(body));
            }
            case 4 -> headers.put("traceparent", "%".repeat(random.nextInt(300)) + random.nextInt());
            case 5 -> headers.put("ce-specversion", random.nextBoolean() ? "1.0" : "%C3%28");
            case 6 -> headers.put("X-Squads-From-Instance", "nobody");
            case 7, 8 -> headers.put("Authorization", authorization(headers.getOrDefault("Authorization", "Basic ")));
            default -> {
                // the body alone is broken
            }
        }
        return new Sent(type, headers, body);
    }

    /** Garbage in credentials, or garbage instead of them, of what a header may hold. */
    private String authorization(String right) {
        byte[] user = new byte[random.nextInt(60)];
        random.nextBytes(user);
        String base64 = Base64.getEncoder().encodeToString(user);
        String broken = switch (random.nextInt(5)) {
            case 0 -> "Basic " + base64;
            case 1 -> "Bearer " + base64.repeat(random.nextInt(12));
            case 2 -> right.substring(0, random.nextInt(right.length() + 1));
            case 3 -> new String(user, ISO_8859_1);
            default -> new String(mutated(right.getBytes(ISO_8859_1)), ISO_8859_1);
        };
        String sendable = broken.chars()
                .filter(character -> character >= ' ' && character < 0xFF && character != 0x7F)
                .limit(HEADER_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return sendable.strip();
    }

    byte[] mutated(byte[] body) {
        return switch (random.nextInt(6)) {
            case 0 -> flipped(body);
            case 1 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> spliced(body, SPLICES.get(random.nextInt(SPLICES.size())).getBytes(UTF_8));
            case 3 -> spliced(body, new byte[] {(byte) random.nextInt(256), 0, (byte) 0xC3, (byte) 0x28});
            case 4 -> valueReplaced(body);
            default -> doubled(body);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] body, byte[] what) {
        int at = random.nextInt(body.length + 1);
        byte[] spliced = Arrays.copyOf(body, body.length + what.length);
        System.arraycopy(what, 0, spliced, at, what.length);
        System.arraycopy(body, at, spliced, at + what.length, body.length - at);
        return spliced;
    }

    /** What stands behind one of the colons becomes something else. */
    private byte[] valueReplaced(byte[] body) {
        String text = new String(body, ISO_8859_1);
        int colon = text.indexOf(':', random.nextInt(text.length() + 1));
        int end = colon < 0 ? -1 : text.indexOf(',', colon);
        String value = SPLICES.get(random.nextInt(SPLICES.size()));
        return end < 0
                ? flipped(body)
                : (text.substring(0, colon + 1) + value + text.substring(end)).getBytes(ISO_8859_1);
    }

    private byte[] doubled(byte[] body) {
        return body.length > 100_000 ? body : spliced(body, body);
    }

    static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
