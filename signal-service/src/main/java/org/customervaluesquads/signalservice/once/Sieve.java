package org.customervaluesquads.signalservice.once;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of most new signals, from memory alone, that they are surely new.
 *
 * <p>A signal that the sieve lets through was never put in. Of one that it holds back this is not sure: one in a hundred
 * or fewer is held back for nothing until the memory is used up, and more after that. So whoever asks looks such a signal
 * up, and is right whatever the sieve holds.
 *
 * <p>It is a row of Bloom filters of blocks (Putze, Sanders and Singler 2007: all bits of a signal are in one line of the
 * processor's cache), each of a run of pages, since nothing can be taken out of such a filter: one whose pages are all
 * gone goes as a whole. When there is memory for no further one, two neighbours become one.
 */
public final class Sieve {

    private static final int FILTERS_MAX = 8;
    private static final int BITS_PER_SIGNAL = 16;

    private final int blocks;
    private final long signalsMax;
    private final List<Filter> filters = new ArrayList<>(FILTERS_MAX);

    /** An empty one that takes at most so much memory. */
    public Sieve(long bytesMax) {
        this.blocks = (int) Math.max(1, bytesMax / FILTERS_MAX / Filter.BLOCK_BYTES);
        this.signalsMax = (long) blocks * Filter.BLOCK_BYTES * Byte.SIZE / BITS_PER_SIGNAL;
    }

    /** False only if the signal is surely not among those that were put in and are not gone. */
    public boolean mayHold(Fingerprint signal) {
        for (int i = filters.size() - 1; i >= 0; i--) {
            if (filters.get(i).mayHold(signal)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Puts in a signal.
     *
     * @param page on which it stands; never one before that of the last
     */
    public void add(Fingerprint signal, long page) {
        if (filters.isEmpty() || filters.getLast().signals >= signalsMax) {
            if (filters.size() == FILTERS_MAX) {
                makeRoom();
            }
            filters.add(new Filter(blocks));
        }
        filters.getLast().add(signal, page);
    }

    /** Lets all go that stands on pages before this one, or some of it. */
    public void forgetBefore(long page) {
        while (!filters.isEmpty() && filters.getFirst().lastPage < page) {
            filters.removeFirst();
        }
    }

    /** Makes one of the two neighbours that hold the fewest. */
    private void makeRoom() {
        int fewest = 0;
        for (int i = 1; i < filters.size() - 1; i++) {
            if (together(i) < together(fewest)) {
                fewest = i;
            }
        }
        filters.get(fewest).add(filters.remove(fewest + 1));
    }

    private long together(int first) {
        return filters.get(first).signals + filters.get(first + 1).signals;
    }

    /** The signals of a run of pages. */
    private static final class Filter {

        private static final int BLOCK_LONGS = 8;
        private static final int BLOCK_BYTES = BLOCK_LONGS * Long.BYTES;
        private static final int PLACE_BITS = 6;

        private final int blocks;
        private final long[] bits;
        private long signals;
        private long lastPage;

        Filter(int blocks) {
            this.blocks = blocks;
            this.bits = new long[blocks * BLOCK_LONGS];
        }

        boolean mayHold(Fingerprint signal) {
            int block = blockOf(signal);
            long places = signal.high();
            for (int i = 0; i < BLOCK_LONGS; i++) {
                if ((bits[block + i] & 1L << places) == 0) {
                    return false;
                }
                places >>>= PLACE_BITS;
            }
            return true;
        }

        void add(Fingerprint signal, long page) {
            int block = blockOf(signal);
            long places = signal.high();
            for (int i = 0; i < BLOCK_LONGS; i++) {
                bits[block + i] |= 1L << places;
                places >>>= PLACE_BITS;
            }
            signals++;
            lastPage = page;
        }

        void add(Filter next) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] |= next.bits[i];
            }
            signals += next.signals;
            lastPage = next.lastPage;
        }

        private int blockOf(Fingerprint signal) {
            return (int) Math.unsignedMultiplyHigh(signal.low(), blocks) * BLOCK_LONGS;
        }
    }
}
