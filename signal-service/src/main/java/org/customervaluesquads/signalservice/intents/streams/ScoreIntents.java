package org.customervaluesquads.signalservice.intents.streams;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.HeldBytes;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.metering.SkippedRecords;

/**
 * Lets a customer's or an account's state hear each counted signal, and forwards the intents that changed by it; looks after
 * those who are silent.
 */
public final class ScoreIntents implements Processor<String, byte[], String, Object> {

    /** Of the heap, for those who are held of all partitions; a customer with twenty features takes two kilobytes. */
    private static final double HELD_SHARE = 1.0 / 8;

    private final Weighings weighings;
    private final Scoring.Stores stores;
    private final Function<ProcessorContext<String, Object>, Function<String, List<Customer>>> parts;
    private final Scoring.Outlets outlets;
    private final String name;
    private ProcessorContext<String, Object> context;
    private Scoring scoring;

    /**
     * Scores out of stores.
     *
     * @param parts where to find the parts of somebody; they have been heard elsewhere
     * @param name of the step
     */
    @SuppressWarnings("NullAway") // context and scoring are given by init, before the first record
    public ScoreIntents(
            Weighings weighings,
            Scoring.Stores stores,
            Function<ProcessorContext<String, Object>, Function<String, List<Customer>>> parts,
            Scoring.Outlets outlets,
            String name) {
        this.weighings = weighings;
        this.stores = stores;
        this.parts = parts;
        this.outlets = outlets;
        this.name = name;
    }

    /** A store that holds states, packed. */
    public static StoreBuilder<HeldStore<String, Customer>> states(String name, IntentCatalogue catalogue) {
        return new HeldStores<>(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                Serdes.String(),
                packed(catalogue),
                Holding.ofHeap(HELD_SHARE, HeldBytes::of));
    }

    /** A store in which the silent stand in the order of time. */
    public static StoreBuilder<KeyValueStore<byte[], byte[]>> queue(String name) {
        return WakeUps.store(name);
    }

    /** Customers' states, packed. */
    public static Serde<Customer> packed(IntentCatalogue catalogue) {
        CustomerCodec codec = new CustomerCodec(catalogue);
        return Serdes.serdeFrom(
                (topic, customer) -> customer == null ? null : codec.write(customer),
                (topic, bytes) -> bytes == null ? null : codec.read(bytes));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scoring = new Scoring(context, weighings, stores, parts.apply(context), outlets);
        Objects.requireNonNull(scoring.lookAfterTheSilent());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (!SignalRecorded.isAboutSomebody(record.key())) {
            return;
        }
        SignalRecorded signal = scoring.weighing().signals().read(record.value());
        if (signal == null) {
            SkippedRecords.skip(name, context, "is not the JSON of a signal");
            return;
        }
        scoring.comeTo(signal);
        Customer customer = scoring.awake(record.key(), signal.occurredAt());
        scoring.tell(record, customer.hear(record.key(), signal, scoring.weighing(record.key(), signal)));
        scoring.keep(record.key(), customer);
        scoring.sendToAccount(record, signal);
    }
}
