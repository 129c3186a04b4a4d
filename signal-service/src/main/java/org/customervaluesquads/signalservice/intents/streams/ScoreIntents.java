package org.customervaluesquads.signalservice.intents.streams;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.HeardSignals;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.metering.SkippedRecords;

/** Lets a customer's state hear each counted signal, and forwards the intents that changed by it. */
public final class ScoreIntents implements Processor<String, byte[], String, IntentTold> {

    public static final String STORE = "customers";

    /** Of the heap, for those who are held of all partitions; a customer with twenty features takes two kilobytes. */
    private static final double CUSTOMERS_SHARE = 1.0 / 8;

    private static final Header ORIGIN = CloudEventHeaders.one(CloudEventHeaders.SOURCE, "signal-service");
    private static final Header TYPE = CloudEventHeaders.one(CloudEventHeaders.TYPE, "intent.changed");

    private final IntentCatalogue catalogue;
    private final Weighing weighing;
    private final HeardSignals signals;
    private ProcessorContext<String, IntentTold> context;
    private HeldStore<String, Customer> customers;

    /** Scores by a catalogue. */
    @SuppressWarnings("NullAway") // context and store are given by init, before the first record
    public ScoreIntents(IntentCatalogue catalogue) {
        this.catalogue = catalogue;
        this.weighing = new Weighing(catalogue);
        this.signals = new HeardSignals(catalogue);
    }

    /** The store that holds each customer's state, packed. */
    public static StoreBuilder<HeldStore<String, Customer>> store(IntentCatalogue catalogue) {
        Holding<Customer> holding = Holding.ofHeap(CUSTOMERS_SHARE, Customer::heldBytes);
        return new HeldStores<>(Stores.persistentKeyValueStore(STORE), Serdes.String(), packed(catalogue), holding);
    }

    /** Customers' states, packed. */
    public static Serde<Customer> packed(IntentCatalogue catalogue) {
        CustomerCodec codec = new CustomerCodec(catalogue);
        return Serdes.serdeFrom(
                (topic, customer) -> customer == null ? null : codec.write(customer),
                (topic, bytes) -> bytes == null ? null : codec.read(bytes));
    }

    @Override
    public void init(ProcessorContext<String, IntentTold> context) {
        this.context = context;
        this.customers = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (!SignalRecorded.isAboutSomebody(record.key())) {
            return;
        }
        SignalRecorded signal = signals.read(record.value());
        if (signal == null) {
            SkippedRecords.skip("score-intents", context, "is not the JSON of a signal");
            return;
        }
        Customer known = customers.take(record.key());
        Customer customer = known == null ? Customer.unknown(catalogue) : known;
        for (IntentChanged change : customer.hear(record.key(), signal, weighing)) {
            context.forward(new Record<>(
                    record.key(), IntentTold.of(change), record.timestamp(), headersOf(change, record.headers())));
        }
        customers.put(record.key(), customer);
    }

    /** A change is named after the signal that made it, so that it bears the same name when it is made again. */
    public static Headers headersOf(IntentChanged change, Headers ofSignal) {
        String id = String.join(
                "/",
                CloudEventHeaders.read(ofSignal, CloudEventHeaders.SOURCE),
                CloudEventHeaders.read(ofSignal, CloudEventHeaders.ID),
                change.intent(),
                change.change());
        return CloudEventHeaders.following(
                ofSignal,
                CloudEventHeaders.one(CloudEventHeaders.ID, id),
                ORIGIN,
                TYPE,
                CloudEventHeaders.one(CloudEventHeaders.TIME, IsoTime.write(change.occurredAt())));
    }
}
