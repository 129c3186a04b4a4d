package org.customervaluesquads.signalservice.once.streams;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.signalservice.metering.SignalMeters;

/**
 * Lets each signal through once, known by its source and id, and passes on its bytes as they came.
 *
 * <p>What was seen is remembered by the time of recording, since history is recorded today; the store drops whole
 * segments behind the window, so nothing is ever scanned. A signal travels under the key of whom it is about, so that
 * one customer's signals keep their order: the same source and id under another customer is another record here, and is
 * found by the ledger of outcomes, which knows neither partitions nor a window.
 */
public final class CountOnce implements Processor<String, byte[], String, byte[]> {

    public static final String STORE = "seen-signals";

    private static final byte[] SEEN = {1};

    private final Duration window;
    private final SignalMeters meters;
    private ProcessorContext<String, byte[]> context;
    private WindowStore<String, byte[]> seen;

    /** Remembers for the window. */
    @SuppressWarnings("NullAway") // context and store are given by init, before the first record
    public CountOnce(Duration window, SignalMeters meters) {
        this.window = window;
        this.meters = meters;
    }

    /** The store that remembers. */
    public static StoreBuilder<WindowStore<String, byte[]>> store(Duration window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(STORE, window, window, false), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.seen = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> signal) {
        String name = name(signal);
        long waited = context.currentSystemTimeMs() - signal.timestamp();
        if (wasSeen(name, signal.timestamp())) {
            meters.duplicate(attribute(signal, CloudEventHeaders.SOURCE), waited);
        } else {
            seen.put(name, SEEN, signal.timestamp());
            context.forward(signal);
            meters.counted(attribute(signal, CloudEventHeaders.SOURCE), waited);
        }
    }

    private boolean wasSeen(String name, long recordedAt) {
        long from = Math.max(0, recordedAt - window.toMillis());
        try (WindowStoreIterator<byte[]> found = seen.fetch(name, from, recordedAt + window.toMillis())) {
            return found.hasNext();
        }
    }

    private static String name(Record<String, byte[]> signal) {
        return attribute(signal, CloudEventHeaders.SOURCE) + '\n' + attribute(signal, CloudEventHeaders.ID);
    }

    private static String attribute(Record<String, byte[]> signal, String header) {
        return Objects.requireNonNull(
                CloudEventHeaders.read(signal.headers(), header), () -> "a judged signal lacks its header " + header);
    }
}
