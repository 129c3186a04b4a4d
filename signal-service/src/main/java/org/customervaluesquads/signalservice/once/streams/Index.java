package org.customervaluesquads.signalservice.once.streams;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.once.Fingerprint;
import org.customervaluesquads.signalservice.once.Page;
import org.customervaluesquads.signalservice.once.Remembered;
import org.customervaluesquads.signalservice.once.Sieve;
import org.jspecify.annotations.Nullable;

/**
 * The signals of all done pages by their fingerprints, in a store of this machine only.
 *
 * <p>What an index holds follows from the journal, so it is not kept in a topic. Beside the signals it holds a mark: the
 * pages that went into it, and their chain. An index whose mark does not fit the journal, because it was left behind or
 * because its pages were never committed, is emptied and made again.
 */
final class Index {

    private static final int DELETED_AT_ONCE = 1_000;

    /** No fingerprint is so short. */
    private static final byte[] MARK = {0};

    private static final Comparator<Remembered> BY_KEY =
            (one, other) -> one.signal().compareTo(other.signal());

    /** Of the heap, for the sieves of all partitions; a signal takes two bytes of it. */
    private static final double SIEVES_SHARE = 1.0 / 32;

    private final KeyValueStore<byte[], byte[]> signals;
    private final Sieve sieve = new Sieve(Holding.bytesOfHeap(SIEVES_SHARE));

    Index(KeyValueStore<byte[], byte[]> signals) {
        this.signals = signals;
    }

    /** Takes in what the journal has and this index lacks, after making sure that it has nothing else. */
    void catchUpWith(Journal journal) {
        byte[] mark = signals.get(MARK);
        long from;
        if (mark != null && fits(ByteBuffer.wrap(mark), journal)) {
            from = ByteBuffer.wrap(mark).getLong(Long.BYTES) + 1;
            journal.forEachDone(journal.first(), from, (number, page) -> sift(number, page.entries()));
        } else {
            empty();
            from = journal.first();
        }
        journal.forEachDone(
                from, journal.number(), (number, page) -> add(journal, number, page.chain(), page.entries()));
    }

    private static boolean fits(ByteBuffer mark, Journal journal) {
        Page page = mark.getLong() == journal.first() ? journal.page(mark.getLong()) : null;
        return page != null && page.chain() == mark.getLong();
    }

    @Nullable
    Remembered find(Fingerprint signal) {
        byte[] indexed = sieve.mayHold(signal) ? signals.get(signal.bytes()) : null;
        return indexed == null ? null : Remembered.ofIndexed(signal, indexed);
    }

    /** Takes in the signals of the pages up to a done one, in one batch with the mark that says so. */
    void add(Journal journal, long number, long chain, Collection<Remembered> all) {
        List<KeyValue<byte[], byte[]>> batch = new ArrayList<>(all.size() + 1);
        Remembered[] inOrder = all.toArray(Remembered[]::new);
        Arrays.sort(inOrder, BY_KEY);
        for (Remembered one : inOrder) {
            batch.add(KeyValue.pair(one.signal().bytes(), one.indexed()));
        }
        ByteBuffer mark = ByteBuffer.allocate(3 * Long.BYTES);
        mark.putLong(journal.first()).putLong(number).putLong(chain);
        batch.add(KeyValue.pair(MARK, mark.array()));
        signals.putAll(batch);
        sieve.forgetBefore(journal.first());
        sift(number, all);
    }

    private void sift(long page, Collection<Remembered> all) {
        all.forEach(one -> sieve.add(one.signal(), page));
    }

    /** Drops what was torn out of the journal, unless the signal was remembered anew since. */
    void drop(Remembered torn) {
        Remembered newest = find(torn.signal());
        if (newest != null && newest.recordedAt() == torn.recordedAt()) {
            signals.delete(torn.signal().bytes());
        }
    }

    private void empty() {
        List<byte[]> some;
        do {
            some = some();
            some.forEach(signals::delete);
        } while (!some.isEmpty());
    }

    private List<byte[]> some() {
        List<byte[]> keys = new ArrayList<>();
        try (KeyValueIterator<byte[], byte[]> all = signals.all()) {
            while (all.hasNext() && keys.size() < DELETED_AT_ONCE) {
                keys.add(all.next().key);
            }
        }
        return keys;
    }
}
