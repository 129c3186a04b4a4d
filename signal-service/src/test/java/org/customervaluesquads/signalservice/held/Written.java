package org.customervaluesquads.signalservice.held;

import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What the stores of a topology under test hold as of the last commit. */
public final class Written {

    private Written() {}

    /** The store of a name; the driver itself knows only the stores that Kafka Streams comes with. */
    @SuppressWarnings("unchecked")
    public static <K, V> ReadOnlyKeyValueStore<K, V> in(TopologyTestDriver driver, String name) {
        return (ReadOnlyKeyValueStore<K, V>) driver.getAllStateStores().get(name);
    }
}
