package org.customervaluesquads.signalservice.intents.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.signalservice.intents.Customer;

/**
 * The queue of those to be looked after though they are silent, in the order of time: a store of one partition whose keys
 * begin with the queue and the moment. The earliest is found where the store begins; nothing is searched.
 */
final class WakeUps {

    private static final byte[] THERE = {1};
    private static final int NAME_AT = 1 + Long.BYTES;

    private final KeyValueStore<byte[], byte[]> queue;
    private final byte which;
    private final long lookEvery;

    /** Nobody stands before this moment. */
    private long earliest = Long.MIN_VALUE;

    /** For which moment all were taken out last; no moment if somebody was left. */
    private long lookedAt = Long.MAX_VALUE;

    /**
     * One of the queues that a store holds.
     *
     * @param which of them
     * @param lookEvery a look into the store costs more than whoever is found there, so that they are taken together: those
     *     of so much of the queue's time
     */
    WakeUps(KeyValueStore<byte[], byte[]> queue, int which, Duration lookEvery) {
        this.queue = queue;
        this.which = (byte) which;
        this.lookEvery = lookEvery.toMillis();
    }

    /** Whoever is to be looked after at a moment. */
    record Due(long moment, String key) {}

    static StoreBuilder<KeyValueStore<byte[], byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray());
    }

    /** Another step has written to the store: what is known of the earliest may be wrong. */
    void lookAnew() {
        earliest = Long.MIN_VALUE;
        lookedAt = Long.MAX_VALUE;
    }

    void add(long moment, String key) {
        if (moment != Customer.NEVER) {
            queue.put(place(moment, key), THERE);
            earliest = Math.min(earliest, moment);
        }
    }

    void remove(long moment, String key) {
        if (moment != Customer.NEVER) {
            queue.delete(place(moment, key));
        }
    }

    /** Takes out those who stand at a moment or before it, the earliest first, at most so many. */
    List<Due> take(long upTo, int max) {
        if (upTo < earliest || (upTo >= lookedAt && upTo - lookedAt < lookEvery)) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        earliest = upTo;
        try (KeyValueIterator<byte[], byte[]> first =
                queue.range(place(Long.MIN_VALUE, ""), place(Long.MAX_VALUE, ""))) {
            while (first.hasNext() && due.size() < max) {
                Due next = read(first.next().key);
                earliest = next.moment();
                if (earliest > upTo) {
                    break;
                }
                due.add(next);
            }
            if (due.size() < max && earliest <= upTo) {
                earliest = Long.MAX_VALUE;
            }
        }
        due.forEach(one -> remove(one.moment(), one.key()));
        lookedAt = due.size() < max ? upTo : Long.MAX_VALUE;
        return due;
    }

    /** Moments before 1970 come before those after it. */
    private byte[] place(long moment, String key) {
        byte[] name = key.getBytes(UTF_8);
        return ByteBuffer.allocate(NAME_AT + name.length)
                .put(which)
                .putLong(moment ^ Long.MIN_VALUE)
                .put(name)
                .array();
    }

    private static Due read(byte[] place) {
        long moment = ByteBuffer.wrap(place).getLong(1) ^ Long.MIN_VALUE;
        return new Due(moment, new String(place, NAME_AT, place.length - NAME_AT, UTF_8));
    }
}
