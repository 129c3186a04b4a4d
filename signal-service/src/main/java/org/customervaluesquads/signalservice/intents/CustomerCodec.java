package org.customervaluesquads.signalservice.intents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.signalservice.intents.Customer.Told;
import org.jspecify.annotations.Nullable;

/**
 * A customer as packed bytes: a version, the moment, the counts, what was told, the attributes. JSON would cost a
 * multiple in time and space on the path that each signal takes.
 */
public final class CustomerCodec {

    private static final byte VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final List<Duration> halfLives;

    /** A codec for customers whose counts have these half-lives. */
    public CustomerCodec(List<Duration> halfLives) {
        this.halfLives = halfLives;
    }

    /** Packs a customer. */
    public byte[] write(Customer customer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(halfLives.size());
            writeCounts(customer.counts(), out);
            writeTold(customer.told(), out);
            for (Set<String> values : customer.seenAttributes().values()) {
                writeAll(values, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks a customer.
     *
     * @throws IllegalArgumentException if the bytes are of another version, or of a catalogue with more or fewer half-lives
     */
    public Customer read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("a customer's state of version " + version + " cannot be read");
            }
            int kept = in.readUnsignedByte();
            if (kept != halfLives.size()) {
                throw new IllegalArgumentException("a customer's state has counts for %d half-lives and not for %d"
                        .formatted(kept, halfLives.size()));
            }
            DecayedCounts counts = readCounts(in);
            Map<String, Told> told = readTold(in);
            List<Set<String>> attributes = new ArrayList<>();
            while (in.available() > 0) {
                attributes.add(readAll(in));
            }
            return new Customer(counts, new SeenAttributes(attributes), told);
        } catch (IOException broken) {
            throw new UncheckedIOException("a customer's state is cut off", broken);
        }
    }

    private static void writeCounts(DecayedCounts counts, DataOutputStream out) throws IOException {
        Instant at = counts.at();
        out.writeLong(at == null ? NEVER : at.toEpochMilli());
        out.writeByte(counts.size());
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        counts.forEach((feature, seen) -> {
            names.add(feature);
            values.add(seen);
        });
        for (int i = 0; i < names.size(); i++) {
            out.writeUTF(names.get(i));
            for (double count : values.get(i)) {
                out.writeDouble(count);
            }
        }
    }

    private DecayedCounts readCounts(DataInputStream in) throws IOException {
        long at = in.readLong();
        int features = in.readUnsignedByte();
        Map<String, double[]> counts = HashMap.newHashMap(features);
        for (int i = 0; i < features; i++) {
            String feature = in.readUTF();
            double[] seen = new double[halfLives.size()];
            for (int h = 0; h < seen.length; h++) {
                seen[h] = in.readDouble();
            }
            counts.put(feature, seen);
        }
        @Nullable Instant moment = at == NEVER ? null : Instant.ofEpochMilli(at);
        return new DecayedCounts(halfLives, moment, counts);
    }

    private static void writeTold(Map<String, Told> told, DataOutputStream out) throws IOException {
        out.writeByte(told.size());
        for (Map.Entry<String, Told> entry : told.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeByte(entry.getValue().stage().code());
            out.writeDouble(entry.getValue().score());
        }
    }

    private static Map<String, Told> readTold(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        Map<String, Told> told = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            String intent = in.readUTF();
            Stage stage = Stage.of(in.readByte());
            told.put(intent, new Told(stage, in.readDouble()));
        }
        return told;
    }

    private static void writeAll(Collection<String> values, DataOutputStream out) throws IOException {
        out.writeByte(values.size());
        for (String value : values) {
            out.writeUTF(value);
        }
    }

    private static Set<String> readAll(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        Set<String> values = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            values.add(in.readUTF());
        }
        return values;
    }
}
