package org.customervaluesquads.signalservice.who.streams;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.streams.IntentTold;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.jspecify.annotations.Nullable;

/**
 * Scores customers to whom devices are joined, and moves the devices' states.
 *
 * <p>Each device's state is kept as a part of its own beside the customer's, in one place at a time: it goes to the
 * customer when the device is joined, takes in the device's later signals there, and goes back when it is put back. So
 * that unmerging subtracts nothing; it takes away a part that was never mixed in.
 */
public final class ScoreJoined implements Processor<String, Move, String, Object> {

    public static final String PARTS = "joined-parts";

    private final IntentCatalogue catalogue;
    private final Weighing weighing;
    private final CustomerCodec codec;
    private ProcessorContext<String, Object> context;
    private HeldStore<String, Customer> customers;
    private KeyValueStore<String, Customer> parts;

    /** Scores by a catalogue. */
    @SuppressWarnings("NullAway") // context and stores are given by init, before the first record
    public ScoreJoined(IntentCatalogue catalogue) {
        this.catalogue = catalogue;
        this.weighing = new Weighing(catalogue);
        this.codec = new CustomerCodec(catalogue);
    }

    /** The store that holds the joined devices' states, each under its customer, whom it came from, and itself. */
    public static StoreBuilder<KeyValueStore<String, Customer>> store(IntentCatalogue catalogue) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PARTS), Serdes.String(), ScoreIntents.packed(catalogue))
                .withCachingEnabled();
    }

    /** What the keys of a customer's parts begin with; ids hold no such character. */
    public static String prefixOf(String customer) {
        return customer + '\0';
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.customers = context.getStateStore(ScoreIntents.STORE);
        this.parts = context.getStateStore(PARTS);
    }

    @Override
    public void process(Record<String, Move> record) {
        String key = record.key();
        switch (record.value()) {
            case Move.Heard heard -> hear(record, heard);
            case Move.HandedOver(IdentityStepTaken join) -> handOver(record, join);
            case Move.Joined(Part part, String state) -> {
                String name = part.nameUnder(key);
                parts.put(name, sum(parts.get(name), unpacked(state)));
                tell(record);
            }
            case Move.Left(IdentityStepTaken leave) -> leave(record, leave);
            case Move.Returned(String state) -> {
                customers.put(key, sum(customers.take(key), unpacked(state)));
                tell(record);
            }
            case Move.Erased() -> {
                customers.delete(key);
                partsUnder(prefixOf(key)).keySet().forEach(parts::delete);
            }
        }
    }

    private void hear(Record<String, Move> record, Move.Heard heard) {
        String key = record.key();
        Customer whole = orUnknown(customers.take(key));
        Map<String, Customer> joined = partsUnder(prefixOf(key));
        String name = heard.of() == null ? key : heard.of().nameUnder(key);
        Customer listener = heard.of() == null ? whole : joined.computeIfAbsent(name, unheard -> unknown());
        publish(record, whole.hear(key, heard.signal(), weighing, listener, List.copyOf(joined.values())));
        customers.put(key, whole);
        if (heard.of() != null) {
            parts.put(name, listener);
        }
    }

    private void leave(Record<String, Move> record, IdentityStepTaken leave) {
        Map<String, Customer> leaving = partsUnder(Part.in(leave).allUnder(record.key()));
        leaving.forEach((name, state) -> {
            parts.delete(name);
            Part part = Part.named(name);
            send(record, part.subject(), state, Steps.returning(leave, part));
        });
        if (!leaving.isEmpty()) {
            tell(record);
        }
    }

    private void tell(Record<String, Move> record) {
        String key = record.key();
        Customer whole = orUnknown(customers.take(key));
        publish(
                record,
                whole.tell(key, weighing, List.copyOf(partsUnder(prefixOf(key)).values())));
        customers.put(key, whole);
    }

    private void publish(Record<String, Move> cause, List<IntentChanged> changes) {
        for (IntentChanged change : changes) {
            Record<String, Object> told = new Record<>(
                    cause.key(),
                    IntentTold.of(change),
                    cause.timestamp(),
                    ScoreIntents.headersOf(change, cause.headers()));
            context.forward(told, Ways.PUBLISH_INTENTS);
            context.forward(told, Ways.TELL_SQUADS);
        }
    }

    private void handOver(Record<String, Move> record, IdentityStepTaken join) {
        Customer own = customers.take(record.key());
        if (own != null) {
            customers.delete(record.key());
            send(record, join.customerId(), own, join);
        } else if (join.consent() != null) {
            forward(record, join.customerId(), join);
        }
        partsUnder(prefixOf(record.key())).forEach((name, part) -> {
            parts.delete(name);
            send(record, join.customerId(), part, Steps.joining(join, Part.named(name)));
        });
    }

    private void send(Record<String, Move> cause, String to, Customer state, IdentityStepTaken step) {
        forward(cause, to, Steps.carrying(step, Base64.getEncoder().encodeToString(codec.write(state))));
    }

    private void forward(Record<String, Move> cause, String to, IdentityStepTaken step) {
        context.forward(
                new Record<String, Object>(to, step, cause.timestamp(), cause.headers()), Ways.SEND_IDENTITY_STEPS);
    }

    /** The parts whose names begin so, read whole before any of them is changed. */
    private Map<String, Customer> partsUnder(String prefix) {
        Map<String, Customer> found = new TreeMap<>();
        try (KeyValueIterator<String, Customer> each = parts.prefixScan(prefix, new StringSerializer())) {
            each.forEachRemaining(entry -> found.put(entry.key, entry.value));
        }
        return found;
    }

    private Customer sum(@Nullable Customer found, Customer state) {
        Customer sum = orUnknown(found);
        sum.add(state);
        return sum;
    }

    private Customer unpacked(String state) {
        return codec.read(Base64.getDecoder().decode(state));
    }

    private Customer orUnknown(@Nullable Customer found) {
        return found == null ? unknown() : found;
    }

    private Customer unknown() {
        return Customer.unknown(catalogue);
    }
}
