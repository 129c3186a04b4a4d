package org.customervaluesquads.signalservice.intents.rest;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intents.streams.Scoring;

/** The instances of this service, among which the customers are spread. */
@ApplicationScoped
public class Instances {

    private final KafkaStreams streams;
    private final SignalServiceConfig config;
    private final HostInfo here;
    private final Map<Address, Object> clients = new ConcurrentHashMap<>();

    private record Address(HostInfo host, Class<?> client) {}

    Instances(KafkaStreams streams, StreamsConfig settings, SignalServiceConfig config) {
        this.streams = streams;
        this.config = config;
        this.here = HostInfo.buildFromEndpoint(settings.getString(StreamsConfig.APPLICATION_SERVER_CONFIG));
    }

    /** The instance that holds a customer, if it is not this one. */
    public Optional<OtherInstance> holding(String key) {
        return holding(key, Scoring.Stores.CUSTOMERS.states());
    }

    /** The instance that holds a key of a store, if it is not this one. */
    Optional<OtherInstance> holding(String key, String store) {
        KeyQueryMetadata owner = streams.queryMetadataForKey(store, key, new StringSerializer());
        if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new InvalidStateStoreException("it is not known yet which instance holds the customer");
        }
        return owner.activeHost().equals(here)
                ? Optional.empty()
                : Optional.of(client(owner.activeHost(), OtherInstance.class));
    }

    /** All instances but this one. */
    public List<OtherInstance> others() {
        return others(Scoring.Stores.CUSTOMERS.states(), OtherInstance.class);
    }

    /** All instances but this one that hold part of a store, each behind a client. */
    public <T> List<T> others(String store, Class<T> client) {
        return holders(store).stream()
                .filter(host -> !host.equals(here))
                .map(host -> client(host, client))
                .toList();
    }

    /** Whether all of a store is with other instances: then it cannot be read here, and there is nothing to be read. */
    public boolean holdsNothingOf(String store) {
        Set<HostInfo> holders = holders(store);
        return !holders.isEmpty() && !holders.contains(here);
    }

    /** Not those that have but a copy: whoever starts again restores copies for minutes before it takes parts over. */
    private Set<HostInfo> holders(String store) {
        return streams.streamsMetadataForStore(store).stream()
                .filter(instance -> instance.stateStoreNames().contains(store))
                .map(StreamsMetadata::hostInfo)
                .collect(Collectors.toSet());
    }

    /** How this instance names itself to others. */
    public String name() {
        return here.host() + ":" + here.port();
    }

    private <T> T client(HostInfo host, Class<T> client) {
        return client.cast(clients.computeIfAbsent(
                new Address(host, client),
                _ -> QuarkusRestClientBuilder.newBuilder()
                        .baseUri(URI.create("http://%s:%d".formatted(host.host(), host.port())))
                        .connectTimeout(config.instanceWait().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(config.instanceWait().toMillis(), TimeUnit.MILLISECONDS)
                        .build(client)));
    }
}
