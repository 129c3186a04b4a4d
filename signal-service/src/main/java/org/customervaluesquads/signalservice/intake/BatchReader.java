package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** What each part is read as. */
    public enum As {
        /** A signal in the project's own form. */
        SIGNAL,
        /** Some JSON, of which something is made before it can be judged. */
        JSON
    }

    /** Reads a JSON array of anything. */
    public static Batch array(byte[] body) {
        return array(body, As.JSON);
    }

    /** Reads a JSON array. */
    public static Batch array(byte[] body, As as) {
        Slice whole = new Slice(body, 0, body.length);
        if (isWide(whole)) {
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
                Function<Slice, Offered> part = read(parser, whole, as);
                int to = (int) parser.currentLocation().getByteOffset();
                parts.add(offered(part, new Slice(body, from, to)));
            }
            return parser.nextToken() == null
                    ? new Batch.Parts(parts)
                    : new Batch.Malformed("has more behind the end of the array");
        } catch (IOException | NumberFormatException malformed) {
            return new Batch.Malformed(why(malformed));
        }
    }

    /** Reads anything, one a line. */
    public static Batch lines(byte[] body) {
        return lines(body, As.JSON);
    }

    /** Reads one part a line; empty lines are passed over, and a line that is not JSON is one unreadable part. */
    public static Batch lines(byte[] body, As as) {
        List<Offered> parts = new ArrayList<>();
        for (int from = 0; from < body.length; ) {
            int to = endOfLine(body, from);
            if (!isBlank(body, from, to)) {
                if (parts.size() == Limits.BATCH_SIGNALS_MAX) {
                    return new Batch.TooMany();
                }
                parts.add(one(new Slice(body, from, to), as));
            }
            from = to + 1;
        }
        return new Batch.Parts(parts);
    }

    /** Reads one part, whatever it is. */
    public static Offered one(byte[] body) {
        return one(body, As.JSON);
    }

    /** Reads one part. */
    public static Offered one(byte[] body, As as) {
        return one(new Slice(body, 0, body.length), as);
    }

    private static Offered one(Slice text, As as) {
        if (isWide(text)) {
            return illegible(NOT_UTF_8, text);
        }
        try (JsonParser parser = text.parser(JSON)) {
            if (parser.nextToken() == null) {
                return illegible("is empty", text);
            }
            Function<Slice, Offered> part = read(parser, text, as);
            if (parser.nextToken() != null) {
                return illegible("has more behind the end of the object", text);
            }
            return offered(part, text);
        } catch (IOException | NumberFormatException malformed) {
            return illegible(why(malformed), text);
        }
    }

    /** A body of which nothing could be judged, as far as it is kept. */
    public static Offered.Illegible whole(String reason, byte[] body) {
        return illegible(reason, new Slice(body, 0, body.length));
    }

    /** Reads the value at which the parser stands; what it is offered as depends on where it ended. */
    private static Function<Slice, Offered> read(JsonParser parser, Slice whole, As as) throws IOException {
        return switch (as) {
            case SIGNAL -> {
                Fields fields = Fields.read(parser, whole);
                yield text -> new Offered.Signal(fields, text);
            }
            case JSON -> {
                JsonNode node = JSON.readTree(parser);
                yield text -> new Offered.Legible(node, text.text());
            }
        };
    }

    private static Offered offered(Function<Slice, Offered> part, Slice text) {
        return text.length() > Limits.SIGNAL_BYTES_MAX
                ? illegible("is larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX), text)
                : part.apply(text);
    }

    /** What is too large to be a signal is kept as far as a signal could have gone. */
    private static Offered.Illegible illegible(String reason, Slice text) {
        Slice kept = text.part(0, Math.min(text.length(), Limits.SIGNAL_BYTES_MAX));
        return new Offered.Illegible(new Reason("", reason), kept.text());
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
    private static boolean isWide(Slice text) {
        return text.length() > 1 && (isOfWide(text.at(0)) || isOfWide(text.at(1)));
    }

    private static boolean isOfWide(byte one) {
        return one == 0 || one == MARK;
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
