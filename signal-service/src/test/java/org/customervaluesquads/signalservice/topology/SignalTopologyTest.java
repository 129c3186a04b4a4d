package org.customervaluesquads.signalservice.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadIntentChanged;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.held.Written;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalTopologyTest {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration SHORT = SomeSignals.catalogue().halfLives().getFirst();

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SignalRecorded> judged;
    private final TestOutputTopic<String, SignalRecorded> signals;
    private final TestOutputTopic<String, IntentChanged> intents;

    SignalTopologyTest(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                SignalTopology.build(
                        new SignalTopology.Settings("", WINDOW, 3, true), SignalTopology.Views.of(catalogue)),
                settings);
        judged = driver.createInputTopic(
                Topics.SIGNALS_JUDGED.name(),
                new StringSerializer(),
                MessageSerde.of(Topics.SIGNALS_JUDGED).serializer());
        signals = outputOf(Topics.SIGNALS);
        intents = outputOf(Topics.INTENTS);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /**
     * Pins the topology. When this fails and the change is meant: a changed store or repartitioning makes what a running
     * installation has stored unreadable, so say in a decision record how it is carried over; then replace the file.
     */
    @Test
    void keepsItsDescription() throws IOException {
        String described = SignalTopology.build(
                        new SignalTopology.Settings("", WINDOW, 3, true), SignalTopology.Views.of(catalogue))
                .describe()
                .toString();

        try (InputStream expected =
                Objects.requireNonNull(SignalTopologyTest.class.getResourceAsStream("/expected-topology.txt"))) {
            assertThat(described).isEqualToIgnoringNewLines(new String(expected.readAllBytes(), UTF_8));
        }
    }

    @Test
    void countsASignalSentTwiceOnce() {
        send(SomeSignals.signal("1", "page.viewed", NOON));

        send(SomeSignals.signal("1", "page.viewed", NOON));

        assertThat(signals.readKeyValuesToList()).hasSize(1);
        assertThat(countOf("page.viewed")).isEqualTo(1);
    }

    @Test
    void countsSignalsOfTheSameIdFromTwoSourcesTwice() {
        SignalRecorded one = SomeSignals.signal("1", "page.viewed", NOON);
        send(one);

        judged.pipeInput(record(one, "another-shop"));

        assertThat(signals.readKeyValuesToList()).hasSize(2);
    }

    @Test
    void keepsHistoryThoughItHappenedLongBeforeTheWindow() {
        send(SomeSignals.signal("new", "page.viewed", NOON));

        send(SomeSignals.signal("old", "page.viewed", NOON.minus(Duration.ofDays(6000))));

        assertThat(signals.readKeyValuesToList()).hasSize(2);
    }

    @Test
    void carriesTheTraceFromTheDoorToTheIntent() {
        TestRecord<String, SignalRecorded> record = record(SomeSignals.pricingPage("1", NOON), "web-shop");
        CloudEventHeaders.write(record.headers(), CloudEventHeaders.TRACE_PARENT, "00-abc-def-01");

        judged.pipeInput(record);

        TestRecord<String, IntentChanged> intent = intents.readRecord();
        assertThat(CloudEventHeaders.read(intent.headers(), CloudEventHeaders.TRACE_PARENT))
                .isEqualTo("00-abc-def-01");
        assertThat(CloudEventHeaders.read(intent.headers(), CloudEventHeaders.ID))
                .isEqualTo("web-shop/1/purchase/stage");
    }

    @Test
    void tellsTheSquadsInWhoseScopeTheCustomerIs() {
        TestInputTopic<String, SquadPublished> squads = driver.createInputTopic(
                Topics.SQUADS.name(),
                new StringSerializer(),
                MessageSerde.of(Topics.SQUADS).serializer());
        squads.pipeInput("british", squad("british", "forming", "GB"));
        squads.pipeInput("french", squad("french", "forming", "FR"));
        squads.pipeInput("former", squad("former", "disbanded", "GB"));

        send(SomeSignals.pricingPage("1", NOON));

        TestOutputTopic<String, SquadIntentChanged> told = outputOf(Topics.SQUAD_INTENTS);
        assertThat(told.readKeyValuesToList()).singleElement().satisfies(change -> {
            assertThat(change.key).isEqualTo("british");
            assertThat(change.value.told().customerId()).isEqualTo("ann");
        });
    }

    @Test
    void endsInTheSameStateInWhateverOrderSignalsArrive() {
        List<SignalRecorded> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sent.add(SomeSignals.pricingPage("id-" + i, NOON.plus(Duration.ofMinutes(17L * i))));
        }
        sent.forEach(this::send);
        double inOrder = countOf("page.viewed");
        Collections.shuffle(sent, new Random(7));

        sent.forEach(signal -> judged.pipeInput(record(signal, "shuffled", "bob")));

        assertThat(countOf("page.viewed", "bob")).isCloseTo(inOrder, within(1e-9));
    }

    private void send(SignalRecorded signal) {
        judged.pipeInput(record(signal, signal.source()));
    }

    private static TestRecord<String, SignalRecorded> record(SignalRecorded signal, String source) {
        return record(signal, source, signal.key());
    }

    private static TestRecord<String, SignalRecorded> record(SignalRecorded signal, String source, String key) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, signal.id(), source, signal.type(), signal.occurredAt());
        return new TestRecord<>(key, signal, headers, NOON);
    }

    private double countOf(String feature) {
        return countOf(feature, "ann");
    }

    private double countOf(String feature, String customer) {
        ReadOnlyKeyValueStore<String, Customer> customers = Written.in(driver, Scoring.Stores.CUSTOMERS.states());
        return customers.get(customer).standings(new Weighing(catalogue), NOON).getFirst().score().evidence().stream()
                .filter(term ->
                        term.feature().equals(feature) && term.halfLife().equals(SHORT))
                .findFirst()
                .orElseThrow()
                .count();
    }

    private <V> TestOutputTopic<String, V> outputOf(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), MessageSerde.of(topic).deserializer());
    }

    private static SquadPublished squad(String id, String stage, String region) {
        return new SquadPublished(
                id,
                1,
                id,
                stage,
                new SquadPublished.Mission("geography", "grow", null, null, null),
                new Scope(Set.of(region), null, null, null, null),
                0,
                List.of(),
                NOON,
                NOON);
    }
}
