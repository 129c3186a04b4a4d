package org.customervaluesquads.signalservice.held;

import java.util.function.ToIntFunction;
import org.customervaluesquads.contracts.Topics;

/**
 * How much of a partition's state is held as objects.
 *
 * @param bytesMax of a partition, about
 * @param bytesOf what a value takes as an object, about; what its entry takes besides is known
 */
public record Holding<V>(long bytesMax, ToIntFunction<V> bytesOf) {

    /** So much that all partitions together, should they come to this process, take a share of its heap. */
    public static <V> Holding<V> ofHeap(double share, ToIntFunction<V> bytesOf) {
        return new Holding<>(bytesOfHeap(share), bytesOf);
    }

    /** What a partition may take of a share of the heap. */
    public static long bytesOfHeap(double share) {
        return (long) (Runtime.getRuntime().maxMemory() * share / Topics.PARTITIONS);
    }
}
