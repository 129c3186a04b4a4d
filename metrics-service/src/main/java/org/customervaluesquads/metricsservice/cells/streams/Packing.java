package org.customervaluesquads.metricsservice.cells.streams;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.customervaluesquads.metricsservice.cells.Cell;
import org.customervaluesquads.metricsservice.cells.CellSum;
import org.customervaluesquads.metricsservice.cells.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * How the topology writes what it keeps and passes to itself: binary, led by a version, so that the layout can change
 * while stores and internal topics hold the older one.
 */
final class Packing {

    private static final int VERSION = 1;

    static final Serde<Cell> CELLS = serde(Packing::write, Packing::readCell);
    static final Serde<Sighting> SIGHTINGS = serde(Packing::write, Packing::readSighting);
    static final Serde<CellSum> SUMS = serde(Packing::write, Packing::readSum);

    private Packing() {}

    private static void write(Cell cell, DataOutputStream out) throws IOException {
        write(cell.hour(), out);
        out.writeUTF(cell.silo());
        out.writeUTF(cell.type());
        writeOptional(cell.channel(), out);
        writeOptional(cell.region(), out);
        writeOptional(cell.segment(), out);
        writeOptional(cell.account(), out);
        writeOptional(cell.product(), out);
    }

    private static Cell readCell(DataInputStream in) throws IOException {
        Instant hour = readInstant(in);
        String silo = in.readUTF();
        String type = in.readUTF();
        String channel = readOptional(in);
        return new Cell(
                hour, silo, channel, type, readOptional(in), readOptional(in), readOptional(in), readOptional(in));
    }

    private static void write(Sighting sighting, DataOutputStream out) throws IOException {
        write(sighting.occurredAt(), out);
        writeOptional(sighting.customerId(), out);
    }

    private static Sighting readSighting(DataInputStream in) throws IOException {
        Instant occurredAt = readInstant(in);
        return new Sighting(readOptional(in), occurredAt);
    }

    private static void write(CellSum sum, DataOutputStream out) throws IOException {
        out.writeLong(sum.signals());
        write(sum.newestAt(), out);
        out.write(sum.customers());
    }

    private static CellSum readSum(DataInputStream in) throws IOException {
        return new CellSum(in.readLong(), readInstant(in), readRest(in));
    }

    /** What is left, in an array of its size: a stream that is asked for all of it takes a larger one first. */
    private static byte[] readRest(DataInputStream in) throws IOException {
        byte[] rest = new byte[in.available()];
        in.readFully(rest);
        return rest;
    }

    private static void write(Instant moment, DataOutputStream out) throws IOException {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
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

    private interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> Serde<T> serde(Writing<T> writing, Reading<T> reading) {
        return Serdes.serdeFrom((topic, value) -> pack(value, writing), (topic, bytes) -> unpack(bytes, reading));
    }

    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    private static <T> byte[] pack(@Nullable T value, Writing<T> writing) {
        if (value == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writing.write(value, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("NullAway") // see above
    private static <T> T unpack(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("packed by a version that is not known: " + version);
            }
            return reading.read(in);
        } catch (IOException truncated) {
            throw new UncheckedIOException(truncated);
        }
    }
}
