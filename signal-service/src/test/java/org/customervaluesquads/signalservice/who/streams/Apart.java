package org.customervaluesquads.signalservice.who.streams;

import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.streams.Scoring.Stores.CUSTOMERS;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.IdentityStepTaken.Kind;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.held.Written;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
import org.customervaluesquads.signalservice.who.Known;

/**
 * The steps of who is who, with everybody in a partition of their own: what one key sends to another arrives in order,
 * and nothing else is in any order.
 */
final class Apart implements AutoCloseable {

    private static final String ARRIVING = "arriving-steps";
    private static final int CUSTOMERS_MAX = 2;

    /** Less than there are people and devices. */
    private static final int HELD_BYTES_MAX = 600;

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SignalRecorded> signals;
    private final TestInputTopic<String, IdentityStepTaken> arriving;
    private final TestOutputTopic<String, IdentityStepTaken> sent;
    private final TestOutputTopic<String, ErasureRecorded> erasures;
    private final Map<String, Deque<TestRecord<String, IdentityStepTaken>>> underWay = new TreeMap<>();
    private final Set<String> erased = new TreeSet<>();

    Apart(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "apart-" + System.nanoTime());
        driver = new TopologyTestDriver(topology(), settings, NOON);
        StringSerializer keys = new StringSerializer();
        signals = driver.createInputTopic(
                Topics.SIGNALS_JUDGED.name(),
                keys,
                MessageSerde.of(Topics.SIGNALS_JUDGED).serializer());
        arriving = driver.createInputTopic(
                ARRIVING, keys, MessageSerde.of(Topics.IDENTITY_STEPS).serializer());
        sent = driver.createOutputTopic(
                Topics.IDENTITY_STEPS.name(),
                new StringDeserializer(),
                MessageSerde.of(Topics.IDENTITY_STEPS).deserializer());
        erasures = driver.createOutputTopic(
                Topics.ERASURES.name(),
                new StringDeserializer(),
                MessageSerde.of(Topics.ERASURES).deserializer());
    }

    private Topology topology() {
        Topology topology = new Topology();
        Consents consents = new Consents(new ConsentPolicies(), source -> null);
        StringDeserializer keys = new StringDeserializer();
        topology.addSource("signals", keys, new ByteArrayDeserializer(), Topics.SIGNALS_JUDGED.name());
        topology.addSource("steps", keys, MessageSerde.of(Topics.IDENTITY_STEPS).deserializer(), ARRIVING);
        topology.addProcessor("know", () -> new KnowWho(consents, CUSTOMERS_MAX), "signals");
        topology.addProcessor("take", () -> new TakeIdentitySteps(consents, CUSTOMERS_MAX), "steps");
        topology.addStateStore(held(KnowWho.storeName(), KnownCodec.serde()), "know", "take");
        Weighings weighings = new Weighings(catalogue);
        Scoring.Outlets outlets = new Scoring.Outlets(List.of(), List.of(), List.of());
        topology.addProcessor(
                Ways.SCORE_INTENTS,
                () -> new ScoreIntents(weighings, CUSTOMERS, ScoreJoined::partsIn, outlets, Ways.SCORE_INTENTS),
                "know",
                "take");
        topology.addProcessor(Ways.SCORE_JOINED, () -> new ScoreJoined(weighings, CUSTOMERS, outlets), "know", "take");
        Serde<Customer> packed = ScoreIntents.packed(catalogue);
        topology.addStateStore(held(CUSTOMERS.states(), packed), Ways.SCORE_INTENTS, Ways.SCORE_JOINED);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(CUSTOMERS.queue()), Serdes.ByteArray(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                Ways.SCORE_INTENTS,
                Ways.SCORE_JOINED);
        topology.addStateStore(inMemory(ScoreJoined.PARTS, packed), Ways.SCORE_INTENTS, Ways.SCORE_JOINED);
        sink(topology, Ways.SEND_IDENTITY_STEPS, Topics.IDENTITY_STEPS, "know", "take", Ways.SCORE_JOINED);
        sink(topology, Ways.PUBLISH_ERASURES, Topics.ERASURES, "take");
        for (String passedOver : List.of(Ways.PUBLISH_SIGNALS, Ways.PUBLISH_IDENTITIES)) {
            topology.addProcessor(passedOver, Nowhere::new, "know", "take");
        }
        return topology;
    }

    /** The driver writes stores to disk after each record, which takes longer than all else. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> inMemory(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled();
    }

    private static <V> StoreBuilder<HeldStore<String, V>> held(String name, Serde<V> values) {
        return new HeldStores<>(
                        Stores.inMemoryKeyValueStore(name),
                        Serdes.String(),
                        values,
                        new Holding<>(HELD_BYTES_MAX, value -> 40))
                .withLoggingDisabled();
    }

    private static <V> void sink(Topology topology, String name, Topic<V> topic, String... parents) {
        topology.addSink(
                name,
                topic.name(),
                new StringSerializer(),
                MessageSerde.of(topic).serializer(),
                parents);
    }

    /** A signal arrives, in the same order as anything else that its key sends. */
    void hear(SignalRecorded signal) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, signal.id(), signal.source(), signal.type(), signal.occurredAt());
        signals.pipeInput(new TestRecord<>(signal.key(), signal, headers, NOON));
        dispatch(signal.key());
    }

    /** A step that was asked for from outside arrives. */
    void ask(String key, IdentityStepTaken step) {
        arrive(new TestRecord<>(key, step, new RecordHeaders(), NOON));
    }

    /** Some step arrives that is next on its way, if any is under way. */
    boolean arriveSome(Random random) {
        List<String> ways = List.copyOf(underWay.keySet());
        if (ways.isEmpty()) {
            return false;
        }
        arriveNext(ways.get(random.nextInt(ways.size())));
        return true;
    }

    /** Steps arrive until none of these is under way; others only if they are before one of them. */
    void arriveAll(Predicate<Kind> these, Random random) {
        List<String> ways = waysOf(these);
        while (!ways.isEmpty()) {
            arriveNext(ways.get(random.nextInt(ways.size())));
            ways = waysOf(these);
        }
    }

    private List<String> waysOf(Predicate<Kind> these) {
        return underWay.entrySet().stream()
                .filter(way -> way.getValue().stream()
                        .anyMatch(step -> these.test(step.value().kind())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void arriveNext(String way) {
        Deque<TestRecord<String, IdentityStepTaken>> steps = underWay.get(way);
        TestRecord<String, IdentityStepTaken> next = steps.removeFirst();
        if (steps.isEmpty()) {
            underWay.remove(way);
        }
        arrive(next);
    }

    private void arrive(TestRecord<String, IdentityStepTaken> step) {
        IdentityStepTaken asked = step.value();
        if (asked.kind() == Kind.ERASE && asked.subject().equals(asked.customerId())) {
            erased.add(step.key());
        }
        arriving.pipeInput(step);
        dispatch(step.key());
    }

    private void dispatch(String from) {
        for (TestRecord<String, IdentityStepTaken> step : sent.readRecordsToList()) {
            underWay.computeIfAbsent(from + " > " + step.key(), first -> new ArrayDeque<>())
                    .add(step);
        }
    }

    /** The keys that were asked to forget themselves, and not only somebody else. */
    Set<String> erased() {
        return erased;
    }

    /** The receipts. */
    List<ErasureRecorded> erasures() {
        return erasures.readValuesToList();
    }

    Known known(String key) {
        Known known = Written.<String, Known>in(driver, KnowWho.storeName()).get(key);
        return known == null ? Known.NOTHING : known;
    }

    /** Each state that is held of anybody: under the keys of all who can get at it. */
    Map<String, Customer> states() {
        Map<String, Customer> states = new TreeMap<>();
        for (String store : List.of(CUSTOMERS.states(), ScoreJoined.PARTS)) {
            ReadOnlyKeyValueStore<String, Customer> held = Written.in(driver, store);
            try (KeyValueIterator<String, Customer> each = held.all()) {
                each.forEachRemaining(state -> states.put(store + ' ' + state.key, state.value));
            }
        }
        return states;
    }

    /** How often something was seen by all states together, as far as it has not faded. */
    double seenOf(String feature) {
        List<Customer> all = new ArrayList<>(states().values());
        return Customer.unknown(catalogue).with(all).standings(new Weighing(catalogue), NOON).stream()
                .flatMap(standing -> standing.score().evidence().stream())
                .filter(term ->
                        term.feature().equals(feature) && term.halfLife().toHours() == 24)
                .mapToDouble(term -> term.count())
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        driver.close();
    }
}
