package org.customervaluesquads.metricsservice.cells.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsTopologyTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cells-topology.txt");
    private static final Instant AT = Instant.parse("2009-12-01T07:45:10Z");

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> signals;
    private TestOutputTopic<byte[], EngagementCellSummed> cells;

    @BeforeEach
    void open() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkippingUnreadable.class);
        driver = new TopologyTestDriver(CellsTopology.of(""), settings);
        signals = driver.createInputTopic("signals", new StringSerializer(), new ByteArraySerializer());
        cells = driver.createOutputTopic(
                "engagement-cells",
                new ByteArrayDeserializer(),
                MessageSerde.of(Topics.ENGAGEMENT_CELLS).deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void isTheTopologyThatIsWrittenDown() throws IOException {
        String described = CellsTopology.of("").describe().toString();

        assertThat(described)
                .as("The topology has changed. Names of internal topics and stores are where running installations keep"
                        + " their sums: if one of them changed, give them a way to rebuild (reset the application),"
                        + " and say so in the release notes. Then copy the new description to " + GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void sumsSignalsOfOneHourAndEqualAttributes() {
        send(order("1", "GB", "ann", AT, "5"), order("2", "GB", "ann", AT.plusSeconds(60), "7"));
        send(order("3", "GB", null, AT.plusSeconds(5), "7"));

        EngagementCellSummed newest = cells.readValuesToList().getLast();

        assertThat(newest.signals()).isEqualTo(3);
        assertThat(newest.hour()).isEqualTo(Instant.parse("2009-12-01T07:00:00Z"));
        assertThat(newest.newestAt()).isEqualTo(AT.plusSeconds(60));
        assertThat(customers(newest)).isEqualTo(1);
    }

    @Test
    void keepsWhatDiffersApart() {
        send(
                order("1", "GB", "ann", AT, "5"),
                order("2", "IE", "ann", AT, "5"),
                order("3", "GB", "ann", AT.plusSeconds(3600), "5"),
                touch("page.viewed", "4", "GB", "ann", AT, "web"));

        assertThat(cells.readValuesToList())
                .hasSize(4)
                .extracting(EngagementCellSummed::signals)
                .containsOnly(1L);
    }

    @Test
    void leavesOutWhatIsDerivedFromAnotherSignal() {
        send(
                touch("chat.message", "1", "GB", "ann", AT, "chat"),
                touch(SignalRecorded.TEXT_UNDERSTOOD, "1/text", "GB", "ann", AT, "chat"));

        assertThat(cells.readValuesToList()).singleElement().satisfies(cell -> {
            assertThat(cell.type()).isEqualTo("chat.message");
            assertThat(cell.signals()).isEqualTo(1);
        });
    }

    @Test
    void makesTheSameSumsOfSignalsInAnyOrder() {
        List<SignalRecorded> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(order("o" + i, i % 3 == 0 ? "GB" : "IE", "c" + i % 17, AT.plusSeconds(i * 40L), "1"));
        }
        send(many.toArray(SignalRecorded[]::new));
        List<EngagementCellSummed> inOrder = newest();
        close();
        open();

        Collections.shuffle(many, new Random(11));
        send(many.toArray(SignalRecorded[]::new));

        assertThat(newest()).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    @Test
    void takesNobodyInWhoseDeviceMayTurnOutToBeSomebodyElses() {
        SignalRecorded signal = order("1", "GB", "ann", AT, "5");
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, CloudEventHeaders.SUBJECT, "anonymous:phone");
        byte[] value = MessageSerde.of(Topics.SIGNALS).serializer().serialize("signals", signal);

        signals.pipeInput(new TestRecord<>("ann", value, headers));

        TestRecord<byte[], EngagementCellSummed> summed = cells.readRecord();
        assertThat(summed.value().signals()).isEqualTo(1);
        assertThat(customers(summed.value())).isZero();
        assertThat(CloudEventHeaders.read(summed.headers(), CloudEventHeaders.SUBJECT))
                .isNull();
    }

    @Test
    void passesOverWhatIsNoSignal() {
        signals.pipeInput("poison", "{".getBytes(UTF_8));
        signals.pipeInput("poison", "{\"occurredAt\":\"+99999-01-01T00:00:00Z\"}".getBytes(UTF_8));
        signals.pipeInput("tombstone", null);
        send(order("1", "GB", "ann", AT, "5"));

        assertThat(cells.readValuesToList()).hasSize(1);
    }

    @Test
    void describesEachSumAsAnEvent() {
        send(order("1", "GB", "ann", AT, "5"));

        var headers = cells.readRecord().headers();

        assertThat(CloudEventHeaders.read(headers, CloudEventHeaders.TYPE)).isEqualTo("engagement-cell.summed");
        assertThat(CloudEventHeaders.read(headers, CloudEventHeaders.ID)).endsWith("@1");
    }

    private void send(SignalRecorded... sent) {
        for (SignalRecorded signal : sent) {
            signals.pipeInput(
                    signal.key(), MessageSerde.of(Topics.SIGNALS).serializer().serialize("signals", signal));
        }
    }

    private List<EngagementCellSummed> newest() {
        Map<String, EngagementCellSummed> newest = new HashMap<>();
        cells.readKeyValuesToList()
                .forEach(cell -> newest.put(Base64.getEncoder().encodeToString(cell.key), cell.value));
        return List.copyOf(newest.values());
    }

    private static long customers(EngagementCellSummed cell) {
        return Customers.unpack(Base64.getDecoder().decode(cell.customers()))
                .count()
                .value()
                .longValueExact();
    }
}
