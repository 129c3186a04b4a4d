package org.customervaluesquads.signalservice.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request's body with its content encoding taken off, never larger than its door takes. */
public sealed interface Opened {

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
    record Broken() implements Opened {}

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
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = gzip.readNBytes(bytesMax + 1);
            return body.length > bytesMax ? new TooLarge(bytesMax) : new Plain(body);
        } catch (IOException broken) {
            return new Broken();
        }
    }
}
