package org.customervaluesquads.signalservice.who.streams;

import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IdentityJoined;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.held.Written;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
import org.customervaluesquads.signalservice.topology.SignalTopology;
import org.customervaluesquads.signalservice.who.Known;

/** The topology on one partition, told of people and their devices in few words. */
final class Listening implements AutoCloseable {

    static final int CUSTOMERS_MAX = 2;

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SignalRecorded> judged;
    private final TestInputTopic<String, IdentityStepTaken> steps;
    final TestOutputTopic<String, SignalRecorded> signals;
    final TestOutputTopic<String, IdentityJoined> identities;
    final TestOutputTopic<String, ErasureRecorded> erasures;
    final TestOutputTopic<String, IntentChanged> intents;
    private int sent;

    Listening(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "listening-" + System.nanoTime());
        SignalTopology.Settings topology = new SignalTopology.Settings("", Duration.ofDays(7), CUSTOMERS_MAX, true);
        driver = new TopologyTestDriver(
                SignalTopology.build(topology, SignalTopology.Views.of(catalogue)), settings, NOON);
        judged = inputOf(Topics.SIGNALS_JUDGED);
        steps = inputOf(Topics.IDENTITY_STEPS);
        signals = outputOf(Topics.SIGNALS);
        identities = outputOf(Topics.IDENTITIES);
        erasures = outputOf(Topics.ERASURES);
        intents = outputOf(Topics.INTENTS);
    }

    /** Somebody looks at the prices; {@code #d} is a device, anything else a customer. */
    Listening looks(String who, int minute) {
        boolean device = who.startsWith("#");
        return send("page.viewed", device ? null : who, device ? who.substring(1) : null, null, minute, """
                {"section": "pricing"}""");
    }

    Listening identified(String customer, String device, int minute) {
        return send("customer.identified", customer, device.substring(1), null, minute, "{}");
    }

    Listening identified(String customer, int minute, String properties) {
        return send("customer.identified", customer, null, null, minute, properties);
    }

    Listening aliased(String customer, String previous, int minute) {
        return send("customer.aliased", customer, null, null, minute, "{\"previousId\": \"%s\"}".formatted(previous));
    }

    Listening grouped(String customer, String account, int minute) {
        return send("customer.grouped", customer, null, account, minute, "{}");
    }

    Listening consents(String who, String purposes, int minute) {
        boolean device = who.startsWith("#");
        return send(
                "consent.changed",
                device ? null : who,
                device ? who.substring(1) : null,
                null,
                minute,
                "{\"purposes\": [%s]}".formatted(purposes));
    }

    /** Nothing happens, an hour after the other. */
    Listening rests(int hours) {
        for (int i = 0; i < hours; i++) {
            driver.advanceWallClockTime(Duration.ofHours(1));
        }
        return this;
    }

    Listening unmerges(String customer, String subject) {
        steps.pipeInput(record(customer, Steps.unmerge(key(subject), customer, NOON, "request")));
        return this;
    }

    Listening erases(String who, String erasureId) {
        steps.pipeInput(record(key(who), Steps.erase(key(who), key(who), NOON, erasureId)));
        return this;
    }

    Listening demands(String region, String purposes) {
        List<PolicyLayerPublished.Value> values =
                List.of(new PolicyLayerPublished.Value("required-consent", "intents", purposes, false));
        inputOf(Topics.POLICIES)
                .pipeInput("region:" + region, new PolicyLayerPublished("region", region, 1, values, NOON));
        return this;
    }

    Listening sourceStates(List<String> purposes) {
        inputOf(Topics.SOURCES)
                .pipeInput(
                        "shop",
                        new SourceRegistered(
                                "shop", "sales", null, null, null, null, null, null, null, purposes, NOON));
        return this;
    }

    private Listening send(String type, String customer, String device, String account, int minute, String json) {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        String id = String.join("-", type, customer, device, Integer.toString(minute), Integer.toString(sent++));
        SignalRecorded signal = new SignalRecorded(
                id,
                "shop",
                type,
                at,
                "sales",
                customer,
                device,
                account,
                "GB",
                null,
                "web",
                null,
                null,
                null,
                "a text",
                properties(json));
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, id, "shop", type, at);
        judged.pipeInput(new TestRecord<>(signal.key(), signal, headers, NOON));
        return this;
    }

    /** The whole customer, joined devices included, as of a day later: what is comparable whatever came last. */
    Map<String, double[]> countsOf(String who) {
        Customer own = customers().get(key(who));
        List<Customer> parts = new ArrayList<>();
        ReadOnlyKeyValueStore<String, Customer> joined = driver.getKeyValueStore(ScoreJoined.PARTS);
        try (KeyValueIterator<String, Customer> each =
                joined.prefixScan(ScoreJoined.prefixOf(key(who)), new StringSerializer())) {
            each.forEachRemaining(entry -> parts.add(entry.value));
        }
        Map<String, double[]> counts = new TreeMap<>();
        if (own != null) {
            own.with(parts)
                    .standings(new Weighing(catalogue), NOON.plus(Duration.ofDays(1)))
                    .getFirst()
                    .score()
                    .evidence()
                    .forEach(term -> counts.put(term.feature() + "/" + term.halfLife(), new double[] {term.count()}));
        }
        return counts;
    }

    boolean holdsAnythingOf(String who) {
        String key = key(who);
        boolean parts = false;
        try (KeyValueIterator<String, Customer> each =
                driver.<String, Customer>getKeyValueStore(ScoreJoined.PARTS).all()) {
            while (each.hasNext()) {
                parts |= each.next().key.contains(key);
            }
        }
        return parts || customers().get(key) != null || known(who) != null;
    }

    Known known(String who) {
        return Written.<String, Known>in(driver, KnowWho.storeName()).get(key(who));
    }

    static String key(String who) {
        return who.startsWith("#") ? SignalRecorded.keyOfAnonymous(who.substring(1)) : who;
    }

    private ReadOnlyKeyValueStore<String, Customer> customers() {
        return Written.in(driver, Scoring.Stores.CUSTOMERS.states());
    }

    private static TestRecord<String, IdentityStepTaken> record(String key, IdentityStepTaken step) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, step.by(), "signal-service", "identity.step", step.at());
        return new TestRecord<>(key, step, headers, NOON);
    }

    private static Map<String, JsonNode> properties(String json) {
        try {
            Map<String, JsonNode> properties = new TreeMap<>();
            MessageJson.mapper()
                    .readTree(json)
                    .properties()
                    .forEach(one -> properties.put(one.getKey(), one.getValue()));
            return properties;
        } catch (com.fasterxml.jackson.core.JsonProcessingException mistyped) {
            throw new IllegalArgumentException(mistyped);
        }
    }

    private <V> TestInputTopic<String, V> inputOf(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), MessageSerde.of(topic).serializer());
    }

    private <V> TestOutputTopic<String, V> outputOf(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), MessageSerde.of(topic).deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
