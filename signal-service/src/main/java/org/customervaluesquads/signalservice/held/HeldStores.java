package org.customervaluesquads.signalservice.held;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds a {@link HeldStore} for each partition, kept in a topic unless it is told otherwise. */
public final class HeldStores<K, V> implements StoreBuilder<HeldStore<K, V>> {

    private final StoreBuilder<KeyValueStore<K, V>> written;
    private final Holding<V> holding;

    /** Stores over those of a supplier. */
    public HeldStores(KeyValueBytesStoreSupplier written, Serde<K> keys, Serde<V> values, Holding<V> holding) {
        this.written = Stores.keyValueStoreBuilder(written, keys, values);
        this.holding = holding;
    }

    @Override
    public HeldStore<K, V> build() {
        return new HeldStore<>(written.build(), holding);
    }

    /** Without effect: holding is a cache, and another one below it would keep everything twice. */
    @Override
    public StoreBuilder<HeldStore<K, V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<HeldStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<HeldStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        written.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<HeldStore<K, V>> withLoggingDisabled() {
        written.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return written.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return written.loggingEnabled();
    }

    @Override
    public String name() {
        return written.name();
    }
}
