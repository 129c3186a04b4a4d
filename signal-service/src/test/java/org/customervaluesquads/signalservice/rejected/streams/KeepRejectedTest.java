package org.customervaluesquads.signalservice.rejected.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.erasing.Places;
import org.customervaluesquads.signalservice.rejected.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRejectedTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final List<Reason> MISSING = List.of(new Reason("id", "is missing"));

    private final Erasures erasures = new Erasures();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SignalRejected> topic;

    KeepRejectedTest(@TempDir Path state) {
        Topology topology = new Topology();
        topology.addSource(
                "read",
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer(),
                Topics.SIGNALS_REJECTED.name());
        topology.addProcessor("keep", () -> new KeepRejected(Duration.ofDays(30), 3, erasures), "read");
        topology.addStateStore(KeepRejected.store(), "keep");
        topology.addStateStore(KeepRejected.places(), "keep");
        topology.addSink(
                "answer",
                Topics.ERASURES.name(),
                new StringSerializer(),
                MessageSerde.of(Topics.ERASURES).serializer(),
                "keep");
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

    @Test
    void forgetsWhatNamesSomebodyWhoIsErased() {
        refuse("a", "signals", "{\"customer\": {\"id\": \"ann\"}}");
        refuse("b", "signals", "{\"customer\": {\"id\": \"ben\"}, \"text\": \"ann\"}");
        refuse("c", "sources/events", "{\"who\": [\"ann\"]}");

        ErasureRecorded answer = erase("ann");

        assertThat(kept()).extracting(SignalRejected::rejectionId).containsExactly("b");
        assertThat(answer.state()).isEqualTo(ErasureRecorded.ERASED);
        assertThat(answer.entries()).isEqualTo(2);
        assertThat(answer.subject()).isNull();
    }

    @Test
    void doesNotKeepWhatWasOnItsWayWhenItsCustomerWasErased() {
        erasures.remember(erase("ann"));

        topic.pipeInput("shop", refused("a", NOON, "signals", "{\"userId\": \"ann\"}"), NOON.minusSeconds(1));
        topic.pipeInput("shop", refused("b", NOON, "signals", "{\"userId\": \"ann\"}"), NOON.plusSeconds(9));

        assertThat(kept()).extracting(SignalRejected::rejectionId).containsExactly("b");
    }

    @Test
    void answersAgainWhenTheSameIsAskedAgainBeforeTheAnswerIsBack() {
        erase("ann");
        refuse("a", "signals", "{\"customer\": {\"id\": \"ann\"}}");

        ErasureRecorded second = erase("ann");

        assertThat(second.state()).isEqualTo(ErasureRecorded.ERASED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetsWithTheNextErasureWhatItCannotRead() {
        refuse("a", "signals", "{}");
        refuse("b", "signals", "{}");
        keepUnreadable("a");

        ErasureRecorded answer = erase("ann");

        assertThat(answer.entries()).isZero();
        assertThat(kept())
                .filteredOn(Objects::nonNull)
                .extracting(SignalRejected::rejectionId)
                .containsExactly("b");
    }

    @Test
    void takesARefusalAnewThatItCannotRead() {
        refuse("a", NOON);
        keepUnreadable("a");

        refuse("a", NOON.plusSeconds(5));

        assertThat(kept()).contains(refused("a", NOON.plusSeconds(5)));
    }

    @Test
    void passesOverTheReplayOfWhatWasForgotten() {
        topic.pipeInput("shop", refused("a", NOON).replayed(NOON, SignalRejected.REJECTED, MISSING));

        assertThat(kept()).isEmpty();
    }

    /** Asks the partition, and gives its answer. */
    private ErasureRecorded erase(String key) {
        Places.of("e-1", key, NOON).stream()
                .filter(place -> place.place().equals(Places.rejectedSignals(0)))
                .forEach(erasures::remember);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        return driver.createOutputTopic(
                        Topics.ERASURES.name(),
                        new StringDeserializer(),
                        MessageSerde.of(Topics.ERASURES).deserializer())
                .readValue();
    }

    /** As another release may have written it: past the store's own form, into the bytes beneath. */
    @SuppressWarnings("unchecked")
    private void keepUnreadable(String id) {
        var typed = (WrappedStateStore<KeyValueStore<Bytes, byte[]>, ?, ?>)
                driver.getAllStateStores().get(KeepRejected.STORE);
        typed.wrapped().put(Bytes.wrap(id.getBytes(UTF_8)), "{\"rejectionId\": [".getBytes(UTF_8));
    }

    private void refuse(String id, String door, String original) {
        topic.pipeInput("shop", refused(id, NOON, door, original));
    }

    private void refuse(String id, Instant at) {
        topic.pipeInput("shop", refused(id, at));
    }

    private static SignalRejected refused(String id, Instant at) {
        return refused(id, at, "signals", "{}");
    }

    private static SignalRejected refused(String id, Instant at, String door, String original) {
        return new SignalRejected(id, "shop", null, door, at, MISSING, original);
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
