package org.customervaluesquads.signalservice.intents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.Customer.Told;
import org.jspecify.annotations.Nullable;

/**
 * A customer as packed bytes: a version, the moment, the counts, what was told, the attributes. JSON would cost a
 * multiple in time and space on the path that each signal takes.
 *
 * <p>Names that the catalogue knows are written as their numbers, other features in words. A number that the catalogue
 * knows no longer is of a feature or an intent that was taken out of it, and is passed over.
 */
public final class CustomerCodec {

    private static final byte VERSION = 2;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    /** What a feature that the catalogue knows takes with its counts, and what all else commonly does; both may be more. */
    private static final int FEATURE_BYTES = 32;

    private static final int OTHER_BYTES = 256;

    private final IntentCatalogue catalogue;
    private final KnownNames features;
    private final KnownNames intents;

    /** A codec for customers that are scored by this catalogue. */
    public CustomerCodec(IntentCatalogue catalogue) {
        this.catalogue = catalogue;
        this.features = new KnownNames(catalogue.features());
        this.intents = new KnownNames(
                catalogue.intents().stream().map(IntentCatalogue.Intent::name).toList());
    }

    /** Packs a customer. */
    public byte[] write(Customer customer) {
        Packing out = new Packing(OTHER_BYTES + customer.counts().size() * FEATURE_BYTES);
        out.bytes(VERSION, catalogue.halfLives().size());
        writeCounts(customer.counts(), out);
        Map<String, Told> told = customer.told();
        out.bytes(told.size());
        told.forEach((intent, was) -> {
            out.number(KnownNames.numberOf(intent));
            out.bytes(was.stage().code());
            out.decimal(was.score());
        });
        for (List<String> values : customer.seenAttributes().values()) {
            out.bytes(values.size());
            values.forEach(out::text);
        }
        return out.packed();
    }

    private void writeCounts(DecayedCounts counts, Packing out) {
        Instant at = counts.at();
        out.moment(at == null ? NEVER : at.toEpochMilli());
        FeatureCounts all = counts.all();
        out.bytes(all.size());
        for (int place = 0; place < all.size(); place++) {
            String feature = all.feature(place);
            boolean known = features.has(feature);
            out.bytes(known ? 1 : 0);
            if (known) {
                out.number(KnownNames.numberOf(feature));
            } else {
                out.text(feature);
            }
            for (int h = 0; h < catalogue.halfLives().size(); h++) {
                out.decimal(all.count(place, h));
            }
        }
    }

    /**
     * Unpacks a customer.
     *
     * @throws IllegalArgumentException if the bytes are of another version, cut off, or of a catalogue with more or fewer
     *     half-lives
     */
    public Customer read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("a customer's state of version " + version + " cannot be read");
            }
            int kept = in.get();
            if (kept != catalogue.halfLives().size()) {
                throw new IllegalArgumentException("a customer's state has counts for %d half-lives and not for %d"
                        .formatted(kept, catalogue.halfLives().size()));
            }
            DecayedCounts counts = readCounts(in);
            Map<String, Told> told = readTold(in);
            List<List<String>> attributes = new ArrayList<>(SeenAttributes.KINDS);
            while (in.hasRemaining()) {
                attributes.add(readAll(in));
            }
            return new Customer(counts, new SeenAttributes(attributes), told);
        } catch (BufferUnderflowException broken) {
            throw new IllegalArgumentException("a customer's state is cut off", broken);
        }
    }

    private DecayedCounts readCounts(ByteBuffer in) {
        long at = in.getLong();
        int size = Byte.toUnsignedInt(in.get());
        int halfLives = catalogue.halfLives().size();
        FeatureCounts counts = new FeatureCounts(halfLives, size + 1);
        for (int i = 0; i < size; i++) {
            String feature = in.get() == 1 ? features.of(in.getInt()) : Packing.readText(in);
            int place = feature == null ? NOWHERE : counts.append(feature);
            for (int h = 0; h < halfLives; h++) {
                double count = in.getDouble();
                if (place != NOWHERE) {
                    counts.add(place, h, count);
                }
            }
        }
        @Nullable Instant moment = at == NEVER ? null : Instant.ofEpochMilli(at);
        return new DecayedCounts(catalogue.halfLives(), moment, counts);
    }

    private Map<String, Told> readTold(ByteBuffer in) {
        int size = Byte.toUnsignedInt(in.get());
        Map<String, Told> told = LinkedHashMap.newLinkedHashMap(size + 1);
        for (int i = 0; i < size; i++) {
            String intent = intents.of(in.getInt());
            Told was = new Told(Stage.of(in.get()), in.getDouble());
            if (intent != null) {
                told.put(intent, was);
            }
        }
        return told;
    }

    private static List<String> readAll(ByteBuffer in) {
        int size = Byte.toUnsignedInt(in.get());
        List<String> values = new ArrayList<>(size + 1);
        for (int i = 0; i < size; i++) {
            values.add(Packing.readText(in));
        }
        return values;
    }
}
