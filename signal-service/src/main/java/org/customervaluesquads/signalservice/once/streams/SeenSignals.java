package org.customervaluesquads.signalservice.once.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.once.Fingerprint;
import org.customervaluesquads.signalservice.once.Page;
import org.customervaluesquads.signalservice.once.Remembered;
import org.customervaluesquads.signalservice.once.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Every signal of one partition that was recorded within the window of its source.
 *
 * <p>One record of a changelog for each signal would cost as much as all other work on it. So what is remembered is
 * written down in a journal, many signals to the page, and a record is made for each page or each commit; and it is found
 * by an index that is no more than a faster way to read the journal. The newest pages' signals are held in memory and go
 * into the index together, in the order of their keys: sorted, many cost it little more than one.
 */
final class SeenSignals {

    private static final int PAGES_INDEXED_AT_ONCE = 32;

    /** More than were written meanwhile, so that a journal that fell behind catches up. */
    private static final int PAGES_TORN_OUT_AT_ONCE = 2 * PAGES_INDEXED_AT_ONCE;

    /** More than one commit fills. */
    private static final int PAGES_HELD_MAX = 16;

    private static final Holding<Page> HOLDING =
            new Holding<>(PAGES_HELD_MAX * Page.HELD_BYTES, page -> Page.HELD_BYTES);

    private final Journal journal;
    private final Index index;
    private final Map<Fingerprint, Remembered> notIndexed = new HashMap<>();
    private int pagesNotIndexed;

    /** Reads what the stores hold. */
    SeenSignals(HeldStore<Long, Page> pages, KeyValueStore<byte[], byte[]> indexed) {
        this.journal = new Journal(pages);
        this.index = new Index(indexed);
        index.catchUpWith(journal);
        Page open = journal.open();
        if (open != null) {
            open.entries().forEach(one -> notIndexed.put(one.signal(), one));
        }
    }

    /** The store of the journal: a page is written down once for each commit. */
    static StoreBuilder<HeldStore<Long, Page>> pages(String name) {
        Serde<Page> packed = Serdes.serdeFrom(
                (topic, page) -> page == null ? null : page.bytes(),
                (topic, bytes) -> bytes == null ? null : Page.of(bytes));
        return new HeldStores<>(Stores.persistentKeyValueStore(name), Serdes.Long(), packed, HOLDING);
    }

    /** The store of the index. */
    static StoreBuilder<KeyValueStore<byte[], byte[]>> index(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** Says whether a signal was seen within the window, and remembers it if it was not. */
    Sighting see(Remembered now, long window) {
        Remembered before = find(now.signal());
        if (before != null && Math.abs(now.recordedAt() - before.recordedAt()) <= window) {
            return new Sighting.Again(before.content() == now.content());
        }
        remember(now, window);
        return new Sighting.First();
    }

    private @Nullable Remembered find(Fingerprint signal) {
        Remembered newest = notIndexed.get(signal);
        return newest == null ? index.find(signal) : newest;
    }

    private void remember(Remembered one, long window) {
        Page open = journal.open();
        if (open != null && open.isDoneAt(one.recordedAt())) {
            pagesNotIndexed++;
            if (pagesNotIndexed == PAGES_INDEXED_AT_ONCE) {
                tearOutOld(one.recordedAt());
                index.add(journal, journal.number(), open.chain(), notIndexed.values());
                notIndexed.clear();
                pagesNotIndexed = 0;
            }
            journal.turn(one.recordedAt());
        }
        journal.write(one, one.recordedAt() + window);
        notIndexed.put(one.signal(), one);
    }

    /** Unless it was remembered anew since. */
    private void forget(Remembered one) {
        if (!notIndexed.remove(one.signal(), one)) {
            index.drop(one);
        }
    }

    private void tearOutOld(long now) {
        for (int i = 0; i < PAGES_TORN_OUT_AT_ONCE; i++) {
            Page torn = journal.tearOut(now);
            if (torn == null) {
                return;
            }
            torn.entries().forEach(this::forget);
        }
    }
}
