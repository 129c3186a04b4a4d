package org.customervaluesquads.benchmarks.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The bare program beside which the topology is measured: parse, update one state of eight decayed counts, write one
 * record for every third signal. No duplicates, no evidence, no squads.
 */
final class BareTopology extends ContextualProcessor<String, byte[], String, byte[]> {

    private static final String STORE = "bare-states";
    private static final JsonFactory JSON = new JsonFactory();
    private static final int COUNTS = 8;
    private static final int SIGNALS_FOR_A_CHANGE = 3;
    private static final double HALF_LIFE_MILLIS = 30 * 60_000.0;
    private static final int CHANGE_BYTES = 300;

    private long heard;

    static Topology build(String from, String to) {
        Topology topology = new Topology();
        topology.addSource("read", new StringDeserializer(), new ByteArrayDeserializer(), from);
        topology.addProcessor("update", BareTopology::new, "read");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()),
                "update");
        topology.addSink("write", to, new StringSerializer(), new ByteArraySerializer(), "update");
        return topology;
    }

    @Override
    public void process(Record<String, byte[]> signal) {
        KeyValueStore<String, byte[]> states = context().getStateStore(STORE);
        byte[] known = states.get(signal.key());
        ByteBuffer state = known == null ? ByteBuffer.allocate((COUNTS + 1) * Long.BYTES) : ByteBuffer.wrap(known);
        update(state, signal.value());
        states.put(signal.key(), state.array());
        heard++;
        if (heard % SIGNALS_FOR_A_CHANGE == 0) {
            byte[] change = new byte[CHANGE_BYTES];
            System.arraycopy(state.array(), 0, change, 0, state.capacity());
            context().forward(signal.withValue(change));
        }
    }

    private static void update(ByteBuffer state, byte[] signal) {
        try (JsonParser in = JSON.createParser(signal)) {
            String type = "";
            Instant at = Instant.EPOCH;
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "type" -> type = in.getText();
                    case "occurredAt" -> at = Instant.parse(in.getText());
                    default -> in.skipChildren();
                }
            }
            double decay = Math.pow(2, -(at.toEpochMilli() - state.getLong(0)) / HALF_LIFE_MILLIS);
            for (int i = 1; i <= COUNTS; i++) {
                double seen = Math.floorMod(type.hashCode(), COUNTS) == i - 1 ? 1 : 0;
                state.putDouble(i * Long.BYTES, state.getDouble(i * Long.BYTES) * decay + seen);
            }
            state.putLong(0, at.toEpochMilli());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
