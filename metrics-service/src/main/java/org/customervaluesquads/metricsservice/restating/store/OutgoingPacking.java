package org.customervaluesquads.metricsservice.restating.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.Outgoing;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.jspecify.annotations.Nullable;

/** Restatements as bytes, led by a version; their messages are written once, as the topic will have them. */
final class OutgoingPacking {

    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 600;

    private static final Serializer<SquadMetricRestated> MESSAGES =
            MessageSerde.of(Topics.SQUAD_METRICS).serializer();

    private OutgoingPacking() {}

    static byte[] pack(List<SquadWindows.Change> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(changes.size() * USUAL_BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(changes.size());
            for (SquadWindows.Change change : changes) {
                Traced<Standing> its = change.its();
                write(its.its().restated(change.squadId()), its.traceParent(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(SquadMetricRestated restated, @Nullable String traceParent, DataOutputStream out)
            throws IOException {
        byte[] message = MESSAGES.serialize(Topics.SQUAD_METRICS.name(), restated);
        out.writeUTF(restated.key());
        out.writeLong(restated.revision());
        out.writeInt(message.length);
        out.write(message);
        out.writeBoolean(traceParent != null);
        if (traceParent != null) {
            out.writeUTF(traceParent);
        }
    }

    static List<Outgoing> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("packed by a version that is not known: " + version);
            }
            int size = in.readInt();
            List<Outgoing> outgoing = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                outgoing.add(new Outgoing(
                        in.readUTF(),
                        in.readLong(),
                        in.readNBytes(in.readInt()),
                        in.readBoolean() ? in.readUTF() : null));
            }
            return outgoing;
        } catch (IOException truncated) {
            throw new UncheckedIOException(truncated);
        }
    }
}
