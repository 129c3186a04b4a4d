package org.customervaluesquads.signalservice.who.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.Statements;
import org.customervaluesquads.signalservice.who.Tie;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose each counted signal is, and what it states of who somebody is.
 *
 * <p>Of most customers nothing is known but their signals: those pass as they came, at the price of one look at a store
 * that does not hold them. A device that belongs to a customer sends its signals on to the customer's partition, since
 * only there the customer's account and consent are known.
 */
public final class KnowWho implements Processor<String, byte[], String, Object> {

    /** Of the heap, for those who are held of all partitions, also those of whom it is known that nothing is known. */
    private static final double KNOWN_SHARE = 1.0 / 32;

    private final Consents consents;
    private final int customersMax;
    private final Deserializer<SignalRecorded> signals =
            MessageSerde.of(Topics.SIGNALS).deserializer();
    private ProcessorContext<String, Object> context;
    private Resolving resolving;

    /**
     * Resolves under consents.
     *
     * @param customersMax a device with more customers than this is nobody's
     */
    @SuppressWarnings("NullAway") // the context is given by init, before the first record
    public KnowWho(Consents consents, int customersMax) {
        this.consents = consents;
        this.customersMax = customersMax;
    }

    /** The store that holds what is known of who somebody is. */
    public static StoreBuilder<HeldStore<String, Known>> store() {
        Holding<Known> holding = Holding.ofHeap(KNOWN_SHARE, Known::heldBytes);
        return new HeldStores<>(
                Stores.persistentKeyValueStore(Resolving.STORE), Serdes.String(), KnownCodec.serde(), holding);
    }

    /** The name of that store. */
    public static String storeName() {
        return Resolving.STORE;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.resolving = new Resolving(consents, customersMax, context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String key = record.key();
        Known known = SignalRecorded.isAboutSomebody(key) ? resolving.known(key) : Known.NOTHING;
        boolean states = Statements.isOne(CloudEventHeaders.read(record.headers(), CloudEventHeaders.TYPE));
        boolean plain = known.equals(Known.NOTHING) && !states && consents.demandNothing();
        if (plain || !SignalRecorded.isAboutSomebody(key)) {
            Record<String, Object> asItCame = new Record<>(key, record.value(), record.timestamp(), record.headers());
            context.forward(asItCame, Ways.PUBLISH_SIGNALS);
            context.forward(asItCame, Ways.SCORE_INTENTS);
            return;
        }
        SignalRecorded signal = read(record.value());
        if (signal == null) {
            SkippedRecords.skip("know-who", context, "is not the JSON of a signal");
            return;
        }
        Known now = tied(record, known, signal);
        if (now.owner() == null) {
            now = resolving.derive(record, now, null, signal);
        } else {
            resolving.send(record, now.owner(), Steps.hear(key, now.owner(), signal, now.life()));
        }
        if (!now.equals(known)) {
            resolving.keep(key, now);
        }
    }

    private @Nullable SignalRecorded read(byte[] recorded) {
        try {
            SignalRecorded signal = signals.deserialize(Topics.SIGNALS.name(), recorded);
            return signal != null && signal.hasAllItNeeds() ? signal : null;
        } catch (SerializationException notOne) {
            return null;
        }
    }

    /** Asks each subject that the signal names to join; once, for the same saying comes again with every page. */
    private Known tied(Record<String, byte[]> record, Known known, SignalRecorded signal) {
        Known now = known;
        String by = Statements.nameOf(signal);
        for (String subject : Statements.subjectsOf(signal)) {
            Known more = now.tied(subject, Tie.asked(signal.occurredAt(), by));
            if (!more.equals(now)) {
                resolving.send(record, subject, Steps.link(subject, record.key(), signal.occurredAt(), by));
                now = more;
            }
        }
        return resolving.settle(record, known, now);
    }
}
