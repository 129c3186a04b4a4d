package org.customervaluesquads.signalservice.intents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.Customer.Told;
import org.jspecify.annotations.Nullable;

/**
 * A customer as packed bytes: a version, the half-lives, the moment, the counts, what was told, when to look again, the
 * attributes, the open lessons. JSON would cost a multiple in time and space on the path that each signal takes.
 *
 * <p>Names that the catalogue knows are written as their numbers, other features in words. A number that the catalogue
 * knows no longer is of a feature or an intent that was taken out of it, and is passed over. Counts of a half-life that the
 * catalogue no longer has are passed over too, and those of a new one begin at zero.
 */
public final class CustomerCodec {

    private static final byte VERSION = 4;

    /** Without a mark of those who have parts, so that each may have some; features of lessons are named in full. */
    private static final byte VERSION_3 = 3;

    /** Without half-lives, silos, looks and lessons: two half-lives, those of the catalogue. */
    private static final byte VERSION_2 = 2;

    private static final long NONE_YET = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    /** What a feature that the catalogue knows takes with its counts, and what all else commonly does; both may be more. */
    private static final int FEATURE_BYTES = 32;

    private static final int OTHER_BYTES = 512;

    private static final int AS_PAST = 1;
    private static final int HAS_PARTS = 2;

    private final List<Duration> halfLives;
    private final FeatureNames features;
    private final KnownNames intents;
    private final LessonCodec lessons;

    /** A codec for customers that are scored by this catalogue, or by one with the same half-lives. */
    public CustomerCodec(IntentCatalogue catalogue) {
        this.halfLives = catalogue.halfLives();
        this.features = new FeatureNames(catalogue.features());
        this.intents = new KnownNames(
                catalogue.intents().stream().map(IntentCatalogue.Intent::name).toList());
        this.lessons = new LessonCodec(features);
    }

    /** Packs a customer. */
    public byte[] write(Customer customer) {
        Packing out = new Packing(OTHER_BYTES + customer.counts().size() * FEATURE_BYTES);
        out.bytes(VERSION, halfLives.size());
        halfLives.forEach(halfLife -> out.number((int) halfLife.toSeconds()));
        writeCounts(customer.counts(), out);
        Map<String, Told> told = customer.told();
        out.bytes(told.size());
        told.forEach((intent, was) -> {
            out.number(KnownNames.numberOf(intent));
            out.bytes(was.stage().code());
            out.decimal(was.score());
        });
        out.moment(customer.watch().toldAt());
        out.moment(customer.watch().wakeAt());
        out.bytes((customer.watch().asPast() ? AS_PAST : 0) | (customer.hasParts() ? HAS_PARTS : 0));
        for (List<String> values : customer.seenAttributes().values()) {
            out.bytes(values.size());
            values.forEach(out::text);
        }
        lessons.write(customer.lessons(), customer.counts().all(), halfLives.size(), out);
        return out.packed();
    }

    private void writeCounts(DecayedCounts counts, Packing out) {
        out.moment(counts.moment());
        FeatureCounts all = counts.all();
        out.bytes(all.size());
        for (int place = 0; place < all.size(); place++) {
            features.write(all.feature(place), out);
            for (int h = 0; h < halfLives.size(); h++) {
                out.decimal(all.count(place, h));
            }
            out.small(all.silos(place));
            out.small(all.channels(place));
        }
    }

    /**
     * Unpacks a customer.
     *
     * @throws IllegalArgumentException if the bytes are of another version, or cut off
     */
    public Customer read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version < VERSION_2 || version > VERSION) {
                throw new IllegalArgumentException("a customer's state of version " + version + " cannot be read");
            }
            boolean isNew = version > VERSION_2;
            int[] places = placesOfHalfLives(in, isNew);
            List<@Nullable String> names = new ArrayList<>();
            DecayedCounts counts = readCounts(in, places, isNew, names);
            Map<String, Told> told = readTold(in);
            long toldAt = isNew ? in.getLong() : Watch.NONE.toldAt();
            long wakeAt = isNew ? in.getLong() : Watch.NONE.wakeAt();
            int marks = isNew ? in.get() : 0;
            Watch watch = new Watch(toldAt, wakeAt, (marks & AS_PAST) != 0);
            int kinds = isNew ? SeenAttributes.KINDS : SeenAttributes.KINDS - 1;
            List<List<String>> attributes = new ArrayList<>(kinds);
            for (int i = 0; i < kinds; i++) {
                attributes.add(readAll(in));
            }
            List<@Nullable String> own = version > VERSION_3 ? names : null;
            OpenLessons open = isNew ? lessons.read(in, own, places, halfLives.size()) : new OpenLessons();
            Customer customer = new Customer(counts, new SeenAttributes(attributes), told, open, watch);
            customer.hasParts(version <= VERSION_3 || (marks & HAS_PARTS) != 0);
            return customer;
        } catch (BufferUnderflowException broken) {
            throw new IllegalArgumentException("a customer's state is cut off", broken);
        }
    }

    /** For each half-life that was written its place in the catalogue of now, or that it has none. */
    private int[] placesOfHalfLives(ByteBuffer in, boolean named) {
        int[] places = new int[in.get()];
        for (int i = 0; i < places.length; i++) {
            places[i] = named ? halfLives.indexOf(Duration.ofSeconds(in.getInt())) : i;
        }
        return places;
    }

    private DecayedCounts readCounts(ByteBuffer in, int[] places, boolean withOrigins, List<@Nullable String> names) {
        long at = in.getLong();
        int size = Byte.toUnsignedInt(in.get());
        FeatureCounts counts = new FeatureCounts(halfLives.size(), size + 1);
        for (int i = 0; i < size; i++) {
            String feature = features.read(in);
            names.add(feature);
            int place = feature == null ? NOWHERE : counts.append(feature);
            for (int h : places) {
                double count = in.getDouble();
                if (place != NOWHERE && h >= 0 && h < halfLives.size()) {
                    counts.add(place, h, count);
                }
            }
            if (withOrigins) {
                int silos = Packing.readSmall(in);
                int channels = Packing.readSmall(in);
                if (place != NOWHERE) {
                    counts.mark(place, silos, channels);
                }
            }
        }
        @Nullable Instant moment = at == NONE_YET ? null : Instant.ofEpochMilli(at);
        return new DecayedCounts(halfLives, moment, counts);
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
