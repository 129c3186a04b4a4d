package org.customervaluesquads.signalservice.once.streams;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.once.Differing;
import org.jspecify.annotations.Nullable;

/** Keeps, for each source, the newest duplicates that differ from what was counted. */
public final class DifferingDuplicates {

    public static final String STORE = "differing-duplicates";

    private static final String COUNTER = "squads.signals.duplicates.differing";
    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(Differing.class);
    private static final ObjectReader READER = MessageJson.mapper().readerFor(Differing.class);

    private final KeyValueStore<String, Differing> bySource;

    DifferingDuplicates(KeyValueStore<String, Differing> bySource) {
        this.bySource = bySource;
    }

    /** The store that keeps them, by source. */
    public static StoreBuilder<KeyValueStore<String, Differing>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), serde());
    }

    void note(Record<String, byte[]> signal) {
        String source = attribute(signal.headers(), CloudEventHeaders.SOURCE);
        Differing.Seen seen = new Differing.Seen(
                attribute(signal.headers(), CloudEventHeaders.ID),
                attribute(signal.headers(), CloudEventHeaders.TYPE),
                Instant.ofEpochMilli(signal.timestamp()));
        bySource.put(
                source,
                Objects.requireNonNullElse(bySource.get(source), Differing.NONE).plus(seen));
        // Steps of a topology are made by no container, so this reaches for the registry that all others are part of.
        Metrics.globalRegistry.counter(COUNTER, "source", source).increment();
    }

    private static String attribute(Headers headers, String name) {
        return Objects.requireNonNullElse(CloudEventHeaders.read(headers, name), "");
    }

    private static Serde<Differing> serde() {
        return Serdes.serdeFrom((topic, differing) -> write(differing), (topic, bytes) -> read(bytes));
    }

    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    private static byte[] write(@Nullable Differing differing) {
        try {
            return differing == null ? null : WRITER.writeValueAsBytes(differing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @SuppressWarnings("NullAway") // see above
    private static Differing read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : READER.readValue(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("what is kept of duplicates cannot be read", broken);
        }
    }
}
