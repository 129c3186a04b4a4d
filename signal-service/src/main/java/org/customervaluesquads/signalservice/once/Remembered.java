package org.customervaluesquads.signalservice.once;

import java.nio.ByteBuffer;

/**
 * What is remembered of one signal.
 *
 * @param content a checksum of what it said
 * @param recordedAt in milliseconds, since each signal pays for it
 */
public record Remembered(Fingerprint signal, long content, long recordedAt) {

    /** What an index holds under the fingerprint. */
    public byte[] indexed() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(content)
                .putLong(recordedAt)
                .array();
    }

    /** What an index holds of a signal. */
    public static Remembered ofIndexed(Fingerprint signal, byte[] indexed) {
        ByteBuffer in = ByteBuffer.wrap(indexed);
        return new Remembered(signal, in.getLong(), in.getLong());
    }
}
