package org.customervaluesquads.signalservice.rejected.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.rejected.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRejectedTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final List<Reason> MISSING = List.of(new Reason("id", "is missing"));

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SignalRejected> topic;

    KeepRejectedTest(@TempDir Path state) {
        Topology topology = new Topology();
        topology.addSource(
                "read",
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer(),
                Topics.SIGNALS_REJECTED.name());
        topology.addProcessor("keep", () -> new KeepRejected(Duration.ofDays(30), 3), "read");
        topology.addStateStore(KeepRejected.store(), "keep");
        topology.addStateStore(KeepRejected.places(), "keep");
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, settings, NOON);
        topic = driver.createInputTopic(
                Topics.SIGNALS_REJECTED.name(),
                new StringSerializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).serializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void keepsOneRefusalOnceAndAsItIsNow() {
        refuse("a", NOON);

        topic.pipeInput("shop", refused("a", NOON).replayed(NOON, SignalRejected.ACCEPTED, MISSING));

        assertThat(kept())
                .singleElement()
                .satisfies(one -> assertThat(one.replayVerdict()).isEqualTo("accepted"));
    }

    @Test
    void passesOverTheReplayOfWhatWasRefusedAnewSince() {
        refuse("a", NOON);
        refuse("a", NOON.plusSeconds(5));

        topic.pipeInput("shop", refused("a", NOON).replayed(NOON, SignalRejected.ACCEPTED, MISSING));

        assertThat(kept()).containsExactly(refused("a", NOON.plusSeconds(5)));
    }

    @Test
    void dropsTheOldestWhenThereAreTooMany() {
        for (int i = 0; i < 5; i++) {
            refuse("id-" + i, NOON.plusSeconds(i));
        }

        assertThat(kept()).extracting(SignalRejected::rejectionId).containsExactly("id-2", "id-3", "id-4");
    }

    @Test
    void dropsWhatIsOlderThanItsTopicKeeps() {
        refuse("old", NOON);
        refuse("new", NOON.plus(Duration.ofDays(2)));

        driver.advanceWallClockTime(Duration.ofDays(31));

        assertThat(kept()).extracting(SignalRejected::rejectionId).containsExactly("new");
    }

    private void refuse(String id, Instant at) {
        topic.pipeInput("shop", refused(id, at));
    }

    private static SignalRejected refused(String id, Instant at) {
        return new SignalRejected(id, "shop", null, "signals", at, MISSING, "{}");
    }

    /** By their places, oldest first; a place without its refusal would show as null. */
    private List<SignalRejected> kept() {
        KeyValueStore<String, SignalRejected> rejected = driver.getKeyValueStore(KeepRejected.STORE);
        KeyValueStore<String, byte[]> places = driver.getKeyValueStore(KeepRejected.PLACES);
        List<SignalRejected> kept = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = places.all()) {
            all.forEachRemaining(place -> kept.add(rejected.get(Place.idAt(place.key))));
        }
        return kept;
    }
}
