package org.customervaluesquads.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.RecordedJson;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.HeardSignals;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The work on one signal without broker and store: parsing alone is the bare program, the others are the product. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SignalPath {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final ObjectReader TREE = MessageJson.mapper().readerFor(JsonNode.class);
    private static final String OFFERED = """
            {"id": "pv-4711", "source": "web-shop", "type": "page.viewed", "occurredAt": "2026-01-05T11:59:00Z",
             "customer": {"id": "13085", "region": "GB", "segment": "retail"}, "channel": "web",
             "properties": {"section":"pricing"}}""";

    private static final List<String> TYPES =
            List.of("product.viewed", "cart.added", "email.clicked", "ticket.opened", "feature.used");

    private final IntentCatalogue catalogue = Catalogues.intents();
    private final Weighing weighing = new Weighing(catalogue);
    private final CustomerCodec codec = new CustomerCodec(catalogue);
    private final Deserializer<SignalRecorded> signals =
            MessageSerde.of(Topics.SIGNALS).deserializer();
    private final SourceRegistered shop = SourceRegistered.open("web-shop", "marketing", "web", "GB", null, NOW);
    private final Judge judge = new Judge(Catalogues.signalTypes(), id -> shop);

    private final HeardSignals heard = new HeardSignals(catalogue);

    private byte[] offered = {};
    private byte[] recorded = {};
    private byte[] customer = {};
    private Customer held = Customer.unknown(catalogue);
    private int heardSoFar;

    /** Prepares one signal as offered and as recorded, and a customer who was active for a day. */
    @Setup
    public void prepare() throws IOException {
        offered = OFFERED.getBytes(UTF_8);
        Verdict.Accepted accepted = (Verdict.Accepted) judge.judge(TREE.readTree(offered), NOW);
        recorded = MessageJson.mapper().writeValueAsBytes(accepted.signal());
        Customer active = Customer.unknown(catalogue);
        for (String type : TYPES) {
            active.hear("13085", ofType(type, NOW.minusSeconds(3600)), weighing);
        }
        customer = codec.write(active);
        held = codec.read(customer);
    }

    /** The bare program of the door: parse. */
    @Benchmark
    public JsonNode parseOffered() throws IOException {
        return TREE.readTree(offered);
    }

    /** The door: read, judge, write what is recorded. */
    @Benchmark
    public byte[] judgeOffered() {
        Offered.Signal signal = (Offered.Signal) BatchReader.one(offered, BatchReader.As.SIGNAL);
        Verdict.Accepted accepted = (Verdict.Accepted) judge.judge(signal.fields(), NOW);
        try (RecordedJson json = new RecordedJson()) {
            return json.bytes(accepted.signal());
        }
    }

    /** The same of a signal that was made of something else, and is a tree therefore. */
    @Benchmark
    public byte[] judgeMade() throws IOException {
        Verdict.Accepted accepted = (Verdict.Accepted) judge.judge(TREE.readTree(offered), NOW);
        try (RecordedJson json = new RecordedJson()) {
            return json.bytes(accepted.signal());
        }
    }

    /** The bare program of the topology: parse. */
    @Benchmark
    public SignalRecorded parseRecorded() {
        return signals.deserialize("signals", recorded);
    }

    /** The topology: parse, unpack the customer, hear the signal, pack the customer. */
    @Benchmark
    public int scoreRecorded() {
        Customer known = codec.read(customer);
        List<IntentChanged> changes = known.hear("13085", Objects.requireNonNull(heard.read(recorded)), weighing);
        return changes.size() + codec.write(known).length;
    }

    /** The topology, of a customer who is held: hear a signal of the next type, a minute after the one before. */
    @Benchmark
    public int hearHeld() {
        heardSoFar++;
        String type = TYPES.get(heardSoFar % TYPES.size());
        Instant when = NOW.plusSeconds(60L * heardSoFar);
        return held.hear("13085", ofType(type, when), weighing).size();
    }

    private static SignalRecorded ofType(String type, Instant occurredAt) {
        return new SignalRecorded(
                type,
                "web-shop",
                type,
                occurredAt,
                "marketing",
                "13085",
                null,
                null,
                "GB",
                "retail",
                "web",
                null,
                null,
                null,
                null,
                null);
    }
}
