package org.customervaluesquads.signalservice.intents.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.customervaluesquads.signalservice.intents.Customer;

/**
 * The customers whose state this instance holds.
 *
 * <p>Each method throws {@link InvalidStateStoreException} while the topology does not run or its partitions move.
 */
@ApplicationScoped
public class Customers {

    private final KafkaStreams streams;

    Customers(KafkaStreams streams) {
        this.streams = streams;
    }

    /** The customer under a key, if anything is known of them. */
    public Optional<Customer> find(String key) {
        return Optional.ofNullable(store().get(key));
    }

    /** Calls with each key and customer, in no order. */
    public void forEach(BiConsumer<String, Customer> each) {
        try (KeyValueIterator<String, Customer> all = store().all()) {
            while (all.hasNext()) {
                KeyValue<String, Customer> next = all.next();
                each.accept(next.key, next.value);
            }
        }
    }

    private ReadOnlyKeyValueStore<String, Customer> store() {
        return streams.store(
                StoreQueryParameters.fromNameAndType(ScoreIntents.STORE, QueryableStoreTypes.keyValueStore()));
    }
}
