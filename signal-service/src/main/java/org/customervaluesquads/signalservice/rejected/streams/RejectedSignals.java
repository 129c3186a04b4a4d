package org.customervaluesquads.signalservice.rejected.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.rejected.Asked;
import org.customervaluesquads.signalservice.rejected.Place;
import org.jspecify.annotations.Nullable;

/**
 * The refused signals that this instance holds.
 *
 * <p>Each method throws {@link InvalidStateStoreException} while the topology does not run or its partitions move.
 */
@ApplicationScoped
public class RejectedSignals {

    private final KafkaStreams streams;
    private final String topic;

    RejectedSignals(KafkaStreams streams, SignalServiceConfig config) {
        this.streams = streams;
        this.topic = Topics.SIGNALS_REJECTED.in(config.prefix());
    }

    /** The refusal with this id, if it is held here. */
    public Optional<SignalRejected> find(String rejectionId) {
        ReadOnlyKeyValueStore<String, SignalRejected> all = streams.store(
                StoreQueryParameters.fromNameAndType(KeepRejected.STORE, QueryableStoreTypes.keyValueStore()));
        return Optional.ofNullable(all.get(rejectionId));
    }

    /**
     * Those asked for, newest first.
     *
     * @param behind the place behind which to go on; null to begin with the newest
     */
    public List<SignalRejected> list(Asked asked, @Nullable String behind, int limit) {
        List<SignalRejected> found = new ArrayList<>();
        for (int partition : partitionsHere()) {
            found.addAll(listOf(partition, asked, behind, limit));
        }
        found.sort(Place.NEWEST_FIRST);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** A partition's places are in order; those of several partitions together are not. */
    private List<SignalRejected> listOf(int partition, Asked asked, @Nullable String behind, int limit) {
        ReadOnlyKeyValueStore<String, byte[]> places = streams.store(StoreQueryParameters.fromNameAndType(
                        KeepRejected.PLACES, QueryableStoreTypes.<String, byte[]>keyValueStore())
                .withPartition(partition));
        ReadOnlyKeyValueStore<String, SignalRejected> rejected = streams.store(StoreQueryParameters.fromNameAndType(
                        KeepRejected.STORE, QueryableStoreTypes.<String, SignalRejected>keyValueStore())
                .withPartition(partition));
        String first = asked.from() == null ? "" : Place.from(asked.from());
        String end = asked.to() == null ? Place.LAST : Place.from(asked.to());
        String last = behind == null || behind.compareTo(end) > 0 ? end : behind;
        List<SignalRejected> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> newestFirst = places.reverseRange(first, last)) {
            while (newestFirst.hasNext() && found.size() < limit) {
                String place = newestFirst.next().key;
                SignalRejected refused = place.equals(behind) ? null : rejected.get(Place.idAt(place));
                if (refused != null && asked.holds(refused)) {
                    found.add(refused);
                }
            }
        }
        return found;
    }

    private Set<Integer> partitionsHere() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .map(partition -> partition.partition())
                .collect(Collectors.toSet());
    }
}
