package org.customervaluesquads.signalservice.once.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.once.Fingerprint;
import org.customervaluesquads.signalservice.once.Page;
import org.customervaluesquads.signalservice.once.Remembered;
import org.customervaluesquads.signalservice.once.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Lets each signal through once, known by its source and id, and passes on its bytes as they came.
 *
 * <p>What was seen is remembered by the time of recording, since history is recorded today. A signal travels under the
 * key of whom it is about, so that one customer's signals keep their order: the same source and id under another customer
 * is another record here, and is found by the ledger of outcomes, which knows neither partitions nor a window.
 */
public final class CountOnce implements Processor<String, byte[], String, byte[]> {

    public static final String PAGES_STORE = "seen-pages";
    public static final String INDEX_STORE = "seen-index";

    private final Function<String, Duration> windowOf;
    private final SignalMeters meters;
    private final Fingerprint.Taking fingerprints = new Fingerprint.Taking();
    private ProcessorContext<String, byte[]> context;
    private SeenSignals seen;
    private DifferingDuplicates differing;

    /** Remembers a signal for the window of its source, which is known by its id. */
    @SuppressWarnings("NullAway") // context and stores are given by init, before the first record
    public CountOnce(Function<String, Duration> windowOf, SignalMeters meters) {
        this.windowOf = windowOf;
        this.meters = meters;
    }

    /** The store of what was seen. */
    public static StoreBuilder<HeldStore<Long, Page>> pages() {
        return SeenSignals.pages(PAGES_STORE);
    }

    /** The store by which it is found; without a topic, since it follows from the other. */
    public static StoreBuilder<KeyValueStore<byte[], byte[]>> index() {
        return SeenSignals.index(INDEX_STORE);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.seen = new SeenSignals(context.getStateStore(PAGES_STORE), context.getStateStore(INDEX_STORE));
        this.differing = new DifferingDuplicates(context.getStateStore(DifferingDuplicates.STORE));
    }

    @Override
    public void process(Record<String, byte[]> signal) {
        byte[] sourceBytes = attribute(signal, CloudEventHeaders.SOURCE);
        byte[] id = attribute(signal, CloudEventHeaders.ID);
        if (sourceBytes == null || id == null || signal.key() == null || signal.value() == null) {
            SkippedRecords.skip("count-once", context, "lacks a key, a value, or the name of a signal");
            return;
        }
        String source = new String(sourceBytes, UTF_8);
        long waited = context.currentSystemTimeMs() - signal.timestamp();
        Remembered now = new Remembered(
                fingerprints.of(sourceBytes, id), fingerprints.ofContent(signal.value()), signal.timestamp());
        switch (seen.see(now, windowOf.apply(source).toMillis())) {
            case Sighting.First() -> {
                context.forward(signal);
                meters.counted(source, waited);
            }
            case Sighting.Again(boolean sameContent) -> {
                // It was counted when it came first.
                meters.duplicate(source, waited);
                if (!sameContent) {
                    differing.note(signal);
                }
            }
        }
    }

    private static byte @Nullable [] attribute(Record<String, byte[]> signal, String name) {
        Header header = signal.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
