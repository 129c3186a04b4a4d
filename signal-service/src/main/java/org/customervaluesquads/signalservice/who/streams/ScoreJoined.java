package org.customervaluesquads.signalservice.who.streams;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
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

    private final Weighings weighings;
    private final Scoring.Stores stores;
    private final Scoring.Outlets outlets;
    private final CustomerCodec codec;
    private ProcessorContext<String, Object> context;
    private Scoring scoring;
    private KeyValueStore<String, Customer> parts;

    /** Scores out of the stores of those who have no parts. */
    @SuppressWarnings("NullAway") // context and stores are given by init, before the first record
    public ScoreJoined(Weighings weighings, Scoring.Stores stores, Scoring.Outlets outlets) {
        this.weighings = weighings;
        this.stores = stores;
        this.outlets = outlets;
        this.codec = new CustomerCodec(weighings.shipped());
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

    /** Where the parts of a customer are found. */
    public static Function<String, List<Customer>> partsIn(ProcessorContext<String, Object> context) {
        KeyValueStore<String, Customer> parts = context.getStateStore(PARTS);
        return key -> List.copyOf(partsUnder(prefixOf(key), parts).values());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.parts = context.getStateStore(PARTS);
        this.scoring = new Scoring(context, weighings, stores, partsIn(context), outlets);
    }

    @Override
    public void process(Record<String, Move> record) {
        String key = record.key();
        switch (record.value()) {
            case Move.Heard heard -> hear(record, heard);
            case Move.HandedOver(IdentityStepTaken join) -> handOver(record, join);
            case Move.Joined(Part part, String state) -> join(record, part.nameUnder(key), unpacked(state));
            case Move.Left(IdentityStepTaken leave) -> leave(record, leave);
            case Move.Returned(String state) -> takeBack(record, unpacked(state));
            case Move.Erased() -> {
                scoring.remove(key);
                partsUnder(prefixOf(key)).keySet().forEach(parts::delete);
            }
        }
    }

    private void hear(Record<String, Move> record, Move.Heard heard) {
        String key = record.key();
        Customer whole = scoring.awake(key, heard.signal().occurredAt());
        Map<String, Customer> joined = partsUnder(prefixOf(key));
        String name = heard.of() == null ? key : heard.of().nameUnder(key);
        Customer listener = heard.of() == null ? whole : joined.computeIfAbsent(name, unheard -> scoring.unknown());
        Weighing weighing = scoring.weighing(key, heard.signal());
        scoring.tell(record, whole.hear(key, heard.signal(), weighing, listener, List.copyOf(joined.values())));
        if (heard.of() != null) {
            parts.put(name, listener);
            whole.hasParts(true);
        }
        scoring.keep(key, whole);
        scoring.sendToAccount(record, heard.signal());
    }

    /** What was scored of the device before it was known whose it is, is the customer's to confirm from now on. */
    private void join(Record<String, Move> record, String name, Customer joined) {
        Customer whole = scoring.take(record.key());
        whole.adoptLessonsOf(joined);
        parts.put(name, sum(parts.get(name), joined));
        tell(record, whole);
    }

    private void takeBack(Record<String, Move> record, Customer returned) {
        Customer own = scoring.take(record.key());
        own.add(returned);
        own.adoptLessonsOf(returned);
        tell(record, own);
    }

    private void leave(Record<String, Move> record, IdentityStepTaken leave) {
        Map<String, Customer> leaving = partsUnder(Part.in(leave).allUnder(record.key()));
        leaving.forEach((name, state) -> {
            parts.delete(name);
            Part part = Part.named(name);
            send(record, part.subject(), state, Steps.returning(leave, part));
        });
        if (!leaving.isEmpty()) {
            tell(record, scoring.take(record.key()));
        }
    }

    private void tell(Record<String, Move> record, Customer whole) {
        String key = record.key();
        List<Customer> joined = List.copyOf(partsUnder(prefixOf(key)).values());
        whole.hasParts(!joined.isEmpty());
        scoring.tell(record, whole.tell(key, scoring.weighing(), joined));
        scoring.keep(key, whole);
    }

    private void handOver(Record<String, Move> record, IdentityStepTaken join) {
        Customer own = scoring.remove(record.key());
        if (own != null) {
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
        return partsUnder(prefix, parts);
    }

    private static Map<String, Customer> partsUnder(String prefix, KeyValueStore<String, Customer> parts) {
        Map<String, Customer> found = new TreeMap<>();
        try (KeyValueIterator<String, Customer> each = parts.prefixScan(prefix, new StringSerializer())) {
            each.forEachRemaining(entry -> found.put(entry.key, entry.value));
        }
        return found;
    }

    private Customer sum(@Nullable Customer found, Customer state) {
        if (found == null) {
            return state;
        }
        found.add(state);
        return found;
    }

    private Customer unpacked(String state) {
        return codec.read(Base64.getDecoder().decode(state));
    }
}
