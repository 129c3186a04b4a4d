package org.customervaluesquads.signalservice.once.streams;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.once.Page;
import org.customervaluesquads.signalservice.once.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered, page by page in the order of remembering.
 *
 * <p>There is one for all windows, and a page is kept as long as the longest window on it and on those before it demands:
 * two journals could disagree about which of two entries of a signal is the newer one.
 */
final class Journal {

    private final HeldStore<Long, Page> pages;
    private long first;
    private long number;
    private @Nullable Page open;

    /** The journal that a store holds; its last page is open. */
    Journal(HeldStore<Long, Page> pages) {
        this.pages = pages;
        try (KeyValueIterator<Long, Page> onwards = pages.all();
                KeyValueIterator<Long, Page> back = pages.reverseAll()) {
            if (onwards.hasNext()) {
                first = onwards.next().key;
                number = back.next().key;
                open = page(number);
            }
        }
    }

    /** The number of the oldest page that is kept. */
    long first() {
        return first;
    }

    /** The number of the page that is open. */
    long number() {
        return number;
    }

    /** The page that takes the next signal; null before the first. */
    @Nullable
    Page open() {
        return open;
    }

    @Nullable
    Page page(long wanted) {
        return pages.take(wanted);
    }

    /** Calls with each page before the open one, from a number on and before another. */
    void forEachDone(long from, long before, BiConsumer<Long, Page> each) {
        for (long done = Math.max(from, first); done < Math.min(before, number); done++) {
            each.accept(done, Objects.requireNonNull(page(done), "the journal lacks a page"));
        }
    }

    /** Writes a signal down on the open page, which must not be done. */
    void write(Remembered one, long keepUntil) {
        if (open == null) {
            open = new Page(0, one.recordedAt());
        }
        open.add(one, keepUntil);
        pages.put(number, open);
    }

    /** Opens the next page. */
    void turn(long at) {
        open = new Page(Objects.requireNonNull(open).chain(), at);
        number++;
    }

    /** Tears the oldest page out and returns it, if nothing on it need be remembered any more. */
    @Nullable
    Page tearOut(long now) {
        Page oldest = first < number ? page(first) : null;
        if (oldest == null || oldest.keepUntil() >= now) {
            return null;
        }
        pages.delete(first);
        first++;
        return oldest;
    }
}
