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
 * The customers and accounts whose state this instance holds.
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
        return Optional.ofNullable(store(Scoring.Stores.CUSTOMERS).get(key));
    }

    /** The account under a key, if anything is known of it. */
    public Optional<Customer> findAccount(String key) {
        return Optional.ofNullable(store(Scoring.Stores.ACCOUNTS).get(key));
    }

    /** Calls with each key and customer, in no order. */
    public void forEach(BiConsumer<String, Customer> each) {
        try (KeyValueIterator<String, Customer> all =
                store(Scoring.Stores.CUSTOMERS).all()) {
            while (all.hasNext()) {
                KeyValue<String, Customer> next = all.next();
                each.accept(next.key, next.value);
            }
        }
    }

    private ReadOnlyKeyValueStore<String, Customer> store(Scoring.Stores stores) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(stores.states(), QueryableStoreTypes.keyValueStore()));
    }
}
