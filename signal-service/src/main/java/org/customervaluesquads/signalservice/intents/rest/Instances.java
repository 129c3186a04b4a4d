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

    /** The instances that hold parts of a store, as it is known now. */
    public Holders holdersOf(String store) {
        return new Holders(store, hostsOf(store));
    }

    /** Not those that have but a copy: whoever starts again restores copies for minutes before it takes parts over. */
    private Set<HostInfo> hostsOf(String store) {
        return streams.streamsMetadataForStore(store).stream()
                .filter(instance -> instance.stateStoreNames().contains(store))
                .map(StreamsMetadata::hostInfo)
                .collect(Collectors.toSet());
    }

    /** Who held parts of a store at one moment. Whoever asks all of them asks at the end whether they still are. */
    public final class Holders {

        private final String store;
        private final Set<HostInfo> hosts;

        private Holders(String store, Set<HostInfo> hosts) {
            this.store = store;
            this.hosts = hosts;
        }

        /** Whether there is something to be read here; it is tried, too, while it is not known who holds what. */
        public boolean includeThisOne() {
            return hosts.isEmpty() || hosts.contains(here);
        }

        /** All but this instance, each behind a client. */
        public <T> List<T> others(Class<T> client) {
            return hosts.stream()
                    .filter(host -> !host.equals(here))
                    .map(host -> client(host, client))
                    .toList();
        }

        /**
         * Makes sure that none of it was passed over by being read neither where it was nor where it went.
         *
         * @throws InvalidStateStoreException if others hold it now
         */
        public void requireUnmoved() {
            if (!hostsOf(store).equals(hosts)) {
                throw new InvalidStateStoreException("parts of " + store + " moved while they were read");
            }
        }
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
