package org.customervaluesquads.signalservice.once;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A signal's source and id in 128 bits.
 *
 * <p>A collision would lose a signal, so the bits are those of a cryptographic hash: chance brings none about, and no
 * source can make an id that stands for another source's.
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {

    static final int BYTES = 2 * Long.BYTES;

    static Fingerprint read(ByteBuffer in) {
        return new Fingerprint(in.getLong(), in.getLong());
    }

    void write(ByteBuffer out) {
        out.putLong(high).putLong(low);
    }

    /** In the order of the {@linkplain #bytes() bytes}. */
    @Override
    public int compareTo(Fingerprint other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }

    /** The key under which an index holds the signal. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** Takes fingerprints; not for several threads. */
    public static final class Taking {

        /** No source and no id has this byte. */
        private static final byte BETWEEN = 0;

        private final MessageDigest digest = sha256();
        private final CRC32 crc32 = new CRC32();
        private final CRC32C crc32c = new CRC32C();

        /** The fingerprint of a signal. */
        public Fingerprint of(byte[] source, byte[] id) {
            digest.update(source);
            digest.update(BETWEEN);
            return Fingerprint.read(ByteBuffer.wrap(digest.digest(id)));
        }

        /** What tells contents apart: two checksums, since nobody gains by making them meet. */
        public long ofContent(byte[] content) {
            crc32.reset();
            crc32.update(content);
            crc32c.reset();
            crc32c.update(content);
            return crc32.getValue() << Integer.SIZE | crc32c.getValue();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }
}
