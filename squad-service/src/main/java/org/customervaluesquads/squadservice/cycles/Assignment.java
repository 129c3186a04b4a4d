package org.customervaluesquads.squadservice.cycles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Which variant a customer meets: always the same, evenly over customers, and independent of other cycles.
 *
 * <p>Whoever has the salt and the variants can compute it without asking: the first eight bytes of the SHA-256 of
 * salt, slash and customer id in UTF-8 are an unsigned big-endian number; its remainder by the number of buckets is the
 * customer's bucket, and each variant takes as many buckets as its share, in the order in which they are listed.
 *
 * @param bucket from 0 on
 */
public record Assignment(int bucket, Variant variant) {

    /** As fine as shares can be: a bucket is a hundredth of a percent. */
    public static final int BUCKETS = 10_000;

    private static final int BUCKETS_OF_A_PERCENT = BUCKETS / 100;

    /** The assignment of a customer; the shares of the variants sum to a hundred percent. */
    public static Assignment of(String customerId, String salt, List<Variant> variants) {
        int bucket = bucket(customerId, salt);
        int end = 0;
        for (Variant variant : variants) {
            end += variant.share() * BUCKETS_OF_A_PERCENT;
            if (bucket < end) {
                return new Assignment(bucket, variant);
            }
        }
        throw new IllegalArgumentException("shares that do not sum to a hundred percent");
    }

    private static int bucket(String customerId, String salt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((salt + "/" + customerId).getBytes(StandardCharsets.UTF_8));
            return Math.toIntExact(Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), BUCKETS));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException("every JVM has it", bug);
        }
    }
}
