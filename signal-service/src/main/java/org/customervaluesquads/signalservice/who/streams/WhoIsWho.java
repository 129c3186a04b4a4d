package org.customervaluesquads.signalservice.who.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.who.Known;

/**
 * What is known of who somebody is, of those whom this instance holds.
 *
 * <p>Each method throws {@link InvalidStateStoreException} while the topology does not run or its partitions move.
 */
@ApplicationScoped
public class WhoIsWho {

    private final KafkaStreams streams;

    WhoIsWho(KafkaStreams streams) {
        this.streams = streams;
    }

    /** What is known of whoever has this key. */
    public Known find(String key) {
        ReadOnlyKeyValueStore<String, Known> known = streams.store(
                StoreQueryParameters.fromNameAndType(Resolving.STORE, QueryableStoreTypes.keyValueStore()));
        return Objects.requireNonNullElse(known.get(key), Known.NOTHING);
    }

    /** A customer together with the devices that are joined to it. */
    public Customer whole(String key, Known known, Customer own) {
        return known.hasParts() ? own.with(partsOf(key)) : own;
    }

    private List<Customer> partsOf(String key) {
        ReadOnlyKeyValueStore<String, Customer> joined = streams.store(
                StoreQueryParameters.fromNameAndType(ScoreJoined.PARTS, QueryableStoreTypes.keyValueStore()));
        List<Customer> parts = new ArrayList<>();
        try (KeyValueIterator<String, Customer> each =
                joined.prefixScan(ScoreJoined.prefixOf(key), new StringSerializer())) {
            each.forEachRemaining(entry -> parts.add(entry.value));
        }
        return parts;
    }
}
