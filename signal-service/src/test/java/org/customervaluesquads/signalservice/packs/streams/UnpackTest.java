package org.customervaluesquads.signalservice.packs.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.customervaluesquads.signalservice.packs.SignalPacker;
import org.customervaluesquads.signalservice.topology.SignalTopology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {

    private static final List<Header> SHARED = List.of(
            CloudEventHeaders.one(CloudEventHeaders.RECORDED_TIME, "2026-01-05T12:00:01Z"),
            CloudEventHeaders.one(
                    CloudEventHeaders.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

    private static final SignalRecorded FIRST = SomeSignals.pricingPage("first", NOON);
    private static final SignalRecorded SECOND = SomeSignals.pricingPage("second", NOON.plusSeconds(1));

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> judged;
    private final TestOutputTopic<String, SignalRecorded> signals;

    UnpackTest(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                SignalTopology.build(
                        new SignalTopology.Settings("", Duration.ofDays(7), 3, true),
                        SignalTopology.Views.of(SomeSignals.catalogue())),
                settings);
        judged = driver.createInputTopic(
                Topics.SIGNALS_JUDGED.name(), new StringSerializer(), new ByteArraySerializer());
        signals = driver.createOutputTopic(
                Topics.SIGNALS.name(),
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS).deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void publishesEachSignalAsIfItHadComeAlone() {
        send(FIRST, SECOND.of("ben", null));

        List<TestRecord<String, SignalRecorded>> published = signals.readRecordsToList();

        assertThat(published).extracting(TestRecord::key).containsExactly("ann", "ben");
        assertThat(published).extracting(TestRecord::value).containsExactly(FIRST, SECOND.of("ben", null));
        assertThat(published.getFirst().headers().toArray())
                .containsExactlyInAnyOrderElementsOf(
                        CloudEventHeaders.of(FIRST.id(), FIRST.source(), FIRST.type(), FIRST.occurredAt(), SHARED));
    }

    @Test
    void countsASignalThatIsTwiceInAPackOnce() {
        send(FIRST, FIRST, SECOND);

        List<SignalRecorded> published = signals.readValuesToList();

        assertThat(published).containsExactly(FIRST, SECOND);
    }

    @Test
    void countsASignalOfTwoPacksOnce() {
        send(FIRST, SECOND);

        send(SECOND, FIRST);

        assertThat(signals.readValuesToList()).containsExactly(FIRST, SECOND);
    }

    @Test
    void countsASignalThatWasARecordOfItsOwnBeforeThereWerePacksOnce() {
        byte[] json = MessageSerde.of(Topics.SIGNALS).serializer().serialize("", FIRST);
        RecordHeaders headers = new RecordHeaders(
                CloudEventHeaders.of(FIRST.id(), FIRST.source(), FIRST.type(), FIRST.occurredAt(), SHARED));
        judged.pipeInput(new TestRecord<>(FIRST.key(), json, headers, NOON));

        send(FIRST, SECOND);

        assertThat(signals.readValuesToList()).containsExactly(FIRST, SECOND);
    }

    private void send(SignalRecorded... together) {
        SignalPacker packer = new SignalPacker(1);
        List.of(together).forEach(packer::add);
        for (SignalPacker.Pack pack : packer.packs()) {
            judged.pipeInput(new TestRecord<>(null, pack.value(), new RecordHeaders(SHARED), NOON));
        }
    }
}
