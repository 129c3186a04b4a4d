package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request's body with its content encoding taken off, never larger than its door takes. */
public sealed interface Opened {

    /** Inflated at a time. */
    int PART_BYTES = 8 * 1024;

    /** The body as it was before it was encoded. */
    final class Plain implements Opened {

        private final byte[] body;

        private Plain(byte[] body) {
            this.body = body;
        }

        /** The bytes themselves; they are the reader's now. */
        public byte[] body() {
            return body;
        }
    }

    /** Larger than the door takes, however small it was sent. */
    record TooLarge(int bytesMax) implements Opened {}

    /** Not what its encoding says. */
    final class Broken implements Opened {

        private final byte[] legible;

        private Broken(byte[] legible) {
            this.legible = legible;
        }

        /** As much of it as can be read: up to where it breaks, or all of it if it is not encoded at all; else nothing. */
        public byte[] legible() {
            return legible;
        }
    }

    /** An encoding that no door takes. */
    record Unknown(String encoding) implements Opened {}

    /** Opens a body; no more than the bound is ever inflated, so that a small body cannot fill the memory. */
    static Opened of(byte[] sent, @Nullable String encoding, int bytesMax) {
        String named = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (named) {
            case "", "identity" -> sent.length > bytesMax ? new TooLarge(bytesMax) : new Plain(sent);
            case "gzip", "x-gzip" -> inflated(sent, bytesMax);
            default -> new Unknown(named);
        };
    }

    private static Opened inflated(byte[] sent, int bytesMax) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] part = new byte[PART_BYTES];
            for (int read = gzip.read(part); read >= 0; read = gzip.read(part)) {
                if (body.size() + read > bytesMax) {
                    return new TooLarge(bytesMax);
                }
                body.write(part, 0, read);
            }
            return new Plain(body.toByteArray());
        } catch (IOException broken) {
            return new Broken(body.size() == 0 && isText(sent) ? sent : body.toByteArray());
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
