package org.customervaluesquads.signalservice.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody of us can have written is passed over, counted, and stops nobody, though whatever fails stops the topology. */
class UnreadableRecordsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;

    UnreadableRecordsTest(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipUnreadable.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailUnlessNamed.class);
        driver = new TopologyTestDriver(
                SignalTopology.build(
                        new SignalTopology.Settings("", Duration.ofDays(7), 3, true),
                        SignalTopology.Views.of(SomeSignals.catalogue())),
                settings);
    }

    @BeforeEach
    void count() {
        Metrics.addRegistry(meters);
    }

    @AfterEach
    void close() {
        Metrics.removeRegistry(meters);
        driver.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "identity-steps   | read-identity-steps   | not json",
                "identity-steps   | read-identity-steps   | {\"kind\": \"UNHEARD-OF\"}",
                "identity-steps   | take-identity-steps   | {}",
                "identity-steps   | take-identity-steps   | none",
                "identity-steps   | take-identity-steps   | {\"kind\": \"HEAR\", \"subject\": \"a\", \"from\": \"a\","
                        + " \"customerId\": \"b\", \"at\": \"2026-01-05T12:00:00Z\", \"by\": \"x\", \"signal\": {}}",
                "identity-steps   | take-identity-steps   | {\"kind\": \"NOTE\", \"subject\": \"a\", \"from\": \"a\","
                        + " \"customerId\": \"b\", \"at\": \"2026-01-05T12:00:00Z\", \"by\": \"x\", \"tie\": \"odd\"}",
                "signals-rejected | read-rejected-signals | not json",
                "signals-rejected | keep-rejected         | {}",
                "signals-rejected | keep-rejected         | none",
                "squads           | follow-squads         | {\"squadId\": \"s\"}",
                "signals-judged   | count-once            | {}",
                "signals-judged   | unpack                | '\u0001not a pack'"
            })
    void passesOverWhatIsNotOfTheFormOfItsTopic(String topic, String reader, String value) {
        raw(topic, new RecordHeaders(), value == null ? null : value.getBytes(UTF_8));

        assertThat(skipped(reader)).isEqualTo(1);
        assertAGoodSignalIsHeard();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "page.viewed         | score-intents | not json",
                "page.viewed         | score-intents | {}",
                "page.viewed         | score-intents | [1]",
                "page.viewed         | score-intents | {\"id\": \"1\", \"source\": \"s\", \"type\": \"t\","
                        + " \"silo\": \"s\", \"occurredAt\": \"yesterday\"}",
                "customer.identified | know-who      | not json",
                "customer.identified | know-who      | null",
                "customer.identified | know-who      | {}"
            })
    void passesOverWhatHasTheNameOfASignalAndIsNone(String type, String reader, String value) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, "1", "shop", type, NOON);

        raw(Topics.SIGNALS_JUDGED.name(), headers, value.getBytes(UTF_8));

        assertThat(skipped(reader)).isEqualTo(1);
        assertAGoodSignalIsHeard();
    }

    @Test
    void passesOverASignalWithoutAValue() {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, "1", "shop", "page.viewed", NOON);

        raw(Topics.SIGNALS_JUDGED.name(), headers, null);

        assertThat(skipped("count-once")).isEqualTo(1);
        assertAGoodSignalIsHeard();
    }

    private void raw(String topic, Headers headers, byte[] value) {
        TestInputTopic<String, byte[]> in =
                driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
        in.pipeInput(new TestRecord<>("ann", value, headers, NOON));
    }

    private double skipped(String reader) {
        return meters.get("squads.records.skipped")
                .tag("reader", reader)
                .counter()
                .count();
    }

    private void assertAGoodSignalIsHeard() {
        Topic<SignalRecorded> judged = Topics.SIGNALS_JUDGED;
        SignalRecorded good = SomeSignals.pricingPage("good", NOON);
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, good.id(), good.source(), good.type(), good.occurredAt());
        driver.createInputTopic(
                        judged.name(),
                        new StringSerializer(),
                        MessageSerde.of(judged).serializer())
                .pipeInput(new TestRecord<>(good.key(), good, headers, NOON));
        assertThat(driver.<String, IntentChanged>createOutputTopic(
                                Topics.INTENTS.name(),
                                new StringDeserializer(),
                                MessageSerde.of(Topics.INTENTS).deserializer())
                        .readValuesToList())
                .isNotEmpty();
    }
}
