package org.customervaluesquads.metricsservice.reckoning.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Numbers;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.Tally.Alike;
import org.jspecify.annotations.Nullable;

/** Tallies as bytes, led by a version, so that the layout can change while rows hold the older one. */
final class TallyPacking {

    private static final int VERSION = 1;

    private TallyPacking() {}

    static byte[] pack(List<Tally> tallies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(tallies.size());
            for (Tally tally : tallies) {
                write(tally, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Tally> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("packed by a version that is not known: " + version);
            }
            int size = in.readInt();
            List<Tally> tallies = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                tallies.add(read(in));
            }
            return tallies;
        } catch (IOException truncated) {
            throw new UncheckedIOException(truncated);
        }
    }

    private static void write(Tally tally, DataOutputStream out) throws IOException {
        Alike alike = tally.alike();
        out.writeUTF(alike.kind().name());
        out.writeUTF(alike.type());
        writeOptional(alike.silo(), out);
        writeOptional(alike.channel(), out);
        writeOptional(alike.currency(), out);
        out.writeInt(alike.labels().size());
        for (Map.Entry<String, String> label : alike.labels().entrySet()) {
            out.writeUTF(label.getKey());
            out.writeUTF(label.getValue());
        }
        out.writeLong(tally.count());
        write(tally.amount(), out);
        write(tally.customers().isEmpty() ? new byte[0] : tally.customers().packed(), out);
        out.writeInt(tally.numbers().size());
        for (Map.Entry<String, Numbers> numbers : tally.numbers().entrySet()) {
            out.writeUTF(numbers.getKey());
            write(numbers.getValue().sum(), out);
            write(numbers.getValue().packed(), out);
        }
        writeOptional(tally.newestAt() == null ? null : tally.newestAt().toString(), out);
    }

    private static Tally read(DataInputStream in) throws IOException {
        Facts kind = Facts.valueOf(in.readUTF());
        String type = in.readUTF();
        String silo = readOptional(in);
        String channel = readOptional(in);
        Alike alike = new Alike(kind, type, silo, channel, readOptional(in), readLabels(in));
        long count = in.readLong();
        BigDecimal amount = readDecimal(in);
        byte[] customers = readBytes(in);
        Map<String, Numbers> numbers = readNumbers(in);
        String newestAt = readOptional(in);
        return new Tally(
                alike,
                count,
                amount,
                customers.length == 0 ? Customers.NOBODY : Customers.unpack(customers),
                numbers,
                newestAt == null ? null : Instant.parse(newestAt));
    }

    private static Map<String, String> readLabels(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < size; i++) {
            labels.put(in.readUTF(), in.readUTF());
        }
        return Map.copyOf(labels);
    }

    private static Map<String, Numbers> readNumbers(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, Numbers> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            BigDecimal sum = readDecimal(in);
            numbers.put(name, Numbers.unpack(sum, readBytes(in)));
        }
        return Map.copyOf(numbers);
    }

    private static void write(BigDecimal number, DataOutputStream out) throws IOException {
        out.writeInt(number.scale());
        write(number.unscaledValue().toByteArray(), out);
    }

    private static BigDecimal readDecimal(DataInputStream in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static void writeOptional(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
