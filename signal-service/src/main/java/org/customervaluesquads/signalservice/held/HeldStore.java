package org.customervaluesquads.signalservice.held;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final KeyValueStore<K, V> written;
    private final int heldMax;
    private final Map<K, Held<K, V>> held;
    private final List<Held<K, V>> changed = new ArrayList<>();

    HeldStore(KeyValueStore<K, V> written, int heldMax) {
        this.written = written;
        this.heldMax = heldMax;
        this.held = new LinkedHashMap<>(heldMax, 0.75F, true);
    }

    /** An entry; without a value it is one of which it is known that there is none. */
    private static final class Held<K, V> {

        private final K key;
        private @Nullable V value;
        private boolean changed;

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
    }

    private Held<K, V> hold(K key, @Nullable V value) {
        if (held.size() >= heldMax) {
            makeRoom();
        }
        Held<K, V> one = new Held<>(key, value);
        held.put(key, one);
        return one;
    }

    private void makeRoom() {
        Held<K, V> eldest = held.values().iterator().next();
        if (eldest.changed) {
            flushCache();
        }
        held.remove(eldest.key);
    }

    /** Writes down what changed; called before each commit. */
    @Override
    public void flushCache() {
        for (Held<K, V> one : changed) {
            write(one);
            one.changed = false;
        }
        changed.clear();
    }

    private void write(Held<K, V> one) {
        if (one.value == null) {
            written.delete(one.key);
        } else {
            written.put(one.key, one.value);
        }
    }

    /** Called when something else wrote to the store beneath. */
    @Override
    public void clearCache() {
        held.clear();
        changed.clear();
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
