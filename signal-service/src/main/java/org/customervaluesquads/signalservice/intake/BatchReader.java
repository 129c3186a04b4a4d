package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRejected.Reason;

/**
 * Takes the body of a request apart into what was offered, each with its own bytes, so that one that is broken or too
 * large costs the others nothing.
 */
public final class BatchReader {

    private static final ObjectReader JSON = MessageJson.mapper().readerFor(JsonNode.class);

    private static final String NOT_UTF_8 = "must be UTF-8";

    /** No byte of UTF-8, and in either order one of the two that mark UTF-16. */
    private static final byte MARK = (byte) 0xFE;

    private BatchReader() {}

    /** A body that was taken apart, or why it could not be. */
    public sealed interface Batch {
        /** The parts in their order. */
        record Parts(List<Offered> offered) implements Batch {}

        /** Not JSON, or not of the form that the door takes; nothing of it was judged. */
        record Malformed(String reason) implements Batch {}

        /** More parts than a batch may have; nothing of it was judged. */
        record TooMany() implements Batch {}
    }

    /** Reads a JSON array of signals. */
    public static Batch array(byte[] body) {
        if (isWide(body)) {
            return new Batch.Malformed(NOT_UTF_8);
        }
        List<Offered> parts = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return new Batch.Malformed("must be a JSON array of signals");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parts.size() == Limits.BATCH_SIGNALS_MAX) {
                    return new Batch.TooMany();
                }
                int from = (int) parser.currentTokenLocation().getByteOffset();
                JsonNode node = JSON.readTree(parser);
                int to = (int) parser.currentLocation().getByteOffset();
                parts.add(part(node, body, from, to));
            }
            return parser.nextToken() == null
                    ? new Batch.Parts(parts)
                    : new Batch.Malformed("has more behind the end of the array");
        } catch (IOException | NumberFormatException malformed) {
            return new Batch.Malformed(why(malformed));
        }
    }

    /** Reads one signal a line; empty lines are passed over, and a line that is not JSON is one unreadable part. */
    public static Batch lines(byte[] body) {
        List<Offered> parts = new ArrayList<>();
        for (int from = 0; from < body.length; ) {
            int to = endOfLine(body, from);
            if (!isBlank(body, from, to)) {
                if (parts.size() == Limits.BATCH_SIGNALS_MAX) {
                    return new Batch.TooMany();
                }
                parts.add(one(body, from, to));
            }
            from = to + 1;
        }
        return new Batch.Parts(parts);
    }

    /** Reads one signal. */
    public static Offered one(byte[] body) {
        return one(body, 0, body.length);
    }

    private static Offered one(byte[] body, int from, int to) {
        if (isWide(body)) {
            return illegible(NOT_UTF_8, body, from, to);
        }
        try (JsonParser parser = JSON.createParser(body, from, to - from)) {
            JsonNode node = JSON.readTree(parser);
            if (node == null || node.isMissingNode()) {
                return illegible("is empty", body, from, to);
            }
            if (parser.nextToken() != null) {
                return illegible("has more behind the end of the object", body, from, to);
            }
            return part(node, body, from, to);
        } catch (IOException | NumberFormatException malformed) {
            return illegible(why(malformed), body, from, to);
        }
    }

    /** A body of which nothing could be judged, as far as it is kept. */
    public static Offered.Illegible whole(String reason, byte[] body) {
        return illegible(reason, body, 0, body.length);
    }

    private static Offered part(JsonNode node, byte[] body, int from, int to) {
        if (to - from > Limits.SIGNAL_BYTES_MAX) {
            return illegible("is larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX), body, from, to);
        }
        return new Offered.Legible(node, new String(body, from, to - from, UTF_8));
    }

    /** What is too large to be a signal is kept as far as a signal could have gone. */
    private static Offered.Illegible illegible(String reason, byte[] body, int from, int to) {
        int kept = Math.min(to - from, Limits.SIGNAL_BYTES_MAX);
        return new Offered.Illegible(new Reason("", reason), new String(body, from, kept, UTF_8));
    }

    /** The parser hands on, as they are, numbers of which it can make none. */
    private static String why(Exception malformed) {
        if (malformed instanceof NumberFormatException) {
            return "has a number out of all bounds";
        }
        if (malformed instanceof JsonProcessingException json && json.getLocation() != null) {
            return "is not JSON: %s (line %d, column %d)"
                    .formatted(
                            json.getOriginalMessage(),
                            json.getLocation().getLineNr(),
                            json.getLocation().getColumnNr());
        }
        return "is not JSON";
    }

    /** UTF-16 and UTF-32 show in the first bytes: by a mark, or by the zero that no JSON in UTF-8 begins with. */
    private static boolean isWide(byte[] body) {
        return body.length > 1 && (body[0] == 0 || body[1] == 0 || body[0] == MARK || body[1] == MARK);
    }

    private static int endOfLine(byte[] body, int from) {
        int to = from;
        while (to < body.length && body[to] != '\n') {
            to++;
        }
        return to;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
