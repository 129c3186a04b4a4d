package org.customervaluesquads.signalservice.held;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition's state, of which the entries that were used last are held as objects; those that changed are packed
 * and written down once for each commit.
 *
 * <p>The record cache of Kafka Streams saves writing too, but holds packed bytes in a tree, so that each signal would pay
 * for unpacking and packing all that is kept of its customer. Like that cache, this one is told of a commit by
 * {@link CachedStateStore}, for which Kafka Streams has no public name.
 *
 * <p>The step that owns the store goes through {@link #take} and {@link #put}, in the thread of its task. Anybody else
 * reads what was written down, in any thread.
 */
public final class HeldStore<K, V> implements StateStore, ReadOnlyKeyValueStore<K, V>, CachedStateStore<K, V> {

    /** What an entry takes beside its value: a short key, and its place in the table. */
    private static final int ENTRY_BYTES = 160;

    private final KeyValueStore<K, V> written;
    private final Holding<V> holding;
    private final Map<K, Held<K, V>> held = new LinkedHashMap<>();
    private final List<Held<K, V>> changed = new ArrayList<>();
    private long heldBytes;

    HeldStore(KeyValueStore<K, V> written, Holding<V> holding) {
        this.written = written;
        this.holding = holding;
    }

    /** An entry; without a value it is one of which it is known that there is none. */
    private static final class Held<K, V> {

        private final K key;
        private @Nullable V value;
        private boolean changed;
        private boolean used;
        private int bytes;

        Held(K key, @Nullable V value) {
            this.key = key;
            this.value = value;
        }
    }

    /** The value itself, not a copy: whoever changes it puts it back. Null if there is none. */
    public @Nullable V take(K key) {
        Held<K, V> one = held.get(key);
        if (one == null) {
            one = hold(key, written.get(key));
            weigh(one);
        } else {
            one.used = true;
        }
        return one.value;
    }

    /** Keeps a value. */
    public void put(K key, V value) {
        change(key, value);
    }

    /** Removes an entry. */
    public void delete(K key) {
        change(key, null);
    }

    private void change(K key, @Nullable V value) {
        Held<K, V> one = held.get(key);
        if (one == null) {
            one = hold(key, value);
        }
        one.value = value;
        if (!one.changed) {
            one.changed = true;
            changed.add(one);
        }
        weigh(one);
    }

    private Held<K, V> hold(K key, @Nullable V value) {
        while (heldBytes >= holding.bytesMax() && !held.isEmpty()) {
            makeRoom();
        }
        Held<K, V> one = new Held<>(key, value);
        held.put(key, one);
        return one;
    }

    private void weigh(Held<K, V> one) {
        int bytes = ENTRY_BYTES + (one.value == null ? 0 : holding.bytesOf().applyAsInt(one.value));
        heldBytes += bytes - one.bytes;
        one.bytes = bytes;
    }

    /** Lets the eldest go, or has it wait once more if it was used since it was the eldest last. */
    private void makeRoom() {
        Iterator<Held<K, V>> eldestFirst = held.values().iterator();
        Held<K, V> eldest = eldestFirst.next();
        if (eldest.used) {
            eldest.used = false;
            eldestFirst.remove();
            held.put(eldest.key, eldest);
            return;
        }
        if (eldest.changed) {
            flushCache();
        }
        eldestFirst.remove();
        heldBytes -= eldest.bytes;
    }

    /** Writes down what changed; called before each commit. */
    @Override
    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    public void flushCache() {
        if (changed.isEmpty()) {
            return;
        }
        List<KeyValue<K, V>> batch = new ArrayList<>(changed.size());
        for (Held<K, V> one : changed) {
            batch.add(KeyValue.pair(one.key, one.value));
            one.changed = false;
        }
        changed.clear();
        written.putAll(batch);
    }

    /** Called when something else wrote to the store beneath. */
    @Override
    public void clearCache() {
        held.clear();
        changed.clear();
        heldBytes = 0;
    }

    /** Nobody listens: what goes on from here is what the steps forward. */
    @Override
    public boolean setFlushListener(CacheFlushListener<K, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return written.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clearCache();
        written.init(context, root);
    }

    @Override
    public void flush() {
        flushCache();
        written.flush();
    }

    @Override
    public void close() {
        clearCache();
        written.close();
    }

    @Override
    public boolean persistent() {
        return written.persistent();
    }

    @Override
    public boolean isOpen() {
        return written.isOpen();
    }

    @Override
    public Position getPosition() {
        return written.getPosition();
    }

    @Override
    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    public V get(K key) {
        return written.get(key);
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return written.range(from, to);
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return written.all();
    }

    @Override
    public KeyValueIterator<K, V> reverseAll() {
        return written.reverseAll();
    }

    @Override
    public long approximateNumEntries() {
        return written.approximateNumEntries();
    }
}
