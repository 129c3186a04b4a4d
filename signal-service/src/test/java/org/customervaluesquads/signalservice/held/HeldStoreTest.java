package org.customervaluesquads.signalservice.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class HeldStoreTest {

    private static final int HELD_MAX = 3;

    private final HeldStore<String, String> store = new HeldStores<>(
                    Stores.inMemoryKeyValueStore("store"),
                    Serdes.String(),
                    Serdes.String(),
                    new Holding<>(600, value -> 40))
            .withLoggingDisabled()
            .build();

    HeldStoreTest() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    }

    @Test
    void writesDownWithTheCommitWhatChanged() {
        store.put("ann", "1");
        String before = store.get("ann");

        store.flushCache();

        assertThat(before).isNull();
        assertThat(store.get("ann")).isEqualTo("1");
    }

    @Test
    void removesWithTheCommitWhatWasDeleted() {
        store.put("ann", "1");
        store.flushCache();
        store.delete("ann");

        store.flushCache();

        assertThat(store.take("ann")).isNull();
        assertThat(store.get("ann")).isNull();
    }

    @Test
    void losesNothingThatMustMakeRoom() {
        for (int i = 0; i < 2 * HELD_MAX; i++) {
            store.put("customer-" + i, "" + i);
        }

        String eldest = store.take("customer-0");

        assertThat(eldest).isEqualTo("0");
    }

    @Test
    void beginsAnewFromWhatWasWrittenDown() {
        store.put("ann", "committed");
        store.flushCache();
        store.put("ann", "not committed");
        store.put("ben", "not committed");

        store.clearCache();

        assertThat(store.take("ann")).isEqualTo("committed");
        assertThat(store.take("ben")).isNull();
    }

    @Test
    void agreesWithAMap() {
        Random random = new Random(1);
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String key = "customer-" + random.nextInt(3 * HELD_MAX);
            assertThat(store.take(key)).isEqualTo(map.get(key));
            switch (random.nextInt(4)) {
                case 0 -> {
                    map.remove(key);
                    store.delete(key);
                }
                case 1 -> store.flushCache();
                default -> {
                    map.put(key, "" + i);
                    store.put(key, "" + i);
                }
            }
        }

        store.flushCache();

        Map<String, String> written = new HashMap<>();
        try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(entry -> written.put(entry.key, entry.value));
        }
        assertThat(written).isEqualTo(map);
    }
}
