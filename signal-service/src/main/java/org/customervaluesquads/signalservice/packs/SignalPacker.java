package org.customervaluesquads.signalservice.packs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Utils;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intake.RecordedJson;
import org.jspecify.annotations.Nullable;

/** Packs the accepted signals of one request, each to the partition to which its key belongs. */
public final class SignalPacker {

    /** A pack takes no signal that would make it larger, for readers hold many packs; a larger signal is a pack alone. */
    static final int PACK_BYTES_MAX = 16 * 1024;

    private static final int FIRST_BYTES = 1024;

    private final @Nullable Growing[] open;
    private final List<Pack> packs = new ArrayList<>();
    private final RecordedJson json = new RecordedJson();

    /** Packs for a topic of so many partitions. */
    public SignalPacker(int partitions) {
        open = new Growing[partitions];
    }

    /** A record to be: its partition and its value. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the log, and compared with nothing
    public record Pack(int partition, byte[] value) {}

    /** Adds one, behind all others of its partition. */
    public void add(SignalRecorded signal) {
        byte[] key = signal.key().getBytes(UTF_8);
        int partition = partitionOf(key, open.length);
        byte[][] fields = {
            key,
            signal.id().getBytes(UTF_8),
            signal.source().getBytes(UTF_8),
            signal.type().getBytes(UTF_8),
            IsoTime.write(signal.occurredAt()).getBytes(UTF_8),
            json.bytes(signal)
        };
        Growing pack = open[partition];
        if (pack == null || !pack.hasRoomFor(fields)) {
            close(partition);
            pack = new Growing();
            open[partition] = pack;
        }
        pack.add(fields);
    }

    /** All packs; those of one partition in their order. Nothing can be added after that. */
    public List<Pack> packs() {
        for (int partition = 0; partition < open.length; partition++) {
            close(partition);
        }
        json.close();
        return packs;
    }

    private void close(int partition) {
        Growing pack = open[partition];
        if (pack != null) {
            packs.add(new Pack(partition, pack.value()));
            open[partition] = null;
        }
    }

    /** As Kafka's own partitioner does, so that a key is where it would be without packs. */
    static int partitionOf(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** A pack that is being filled. */
    private static final class Growing {

        private byte[] bytes = new byte[FIRST_BYTES];
        private int end = 1;

        Growing() {
            bytes[0] = SignalPack.FORMAT;
        }

        boolean hasRoomFor(byte[][] fields) {
            return end + sizeOf(fields) <= PACK_BYTES_MAX;
        }

        void add(byte[][] fields) {
            int size = sizeOf(fields);
            if (end + size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + size));
            }
            ByteBuffer out = ByteBuffer.wrap(bytes, end, size);
            for (byte[] field : fields) {
                ByteUtils.writeUnsignedVarint(field.length, out);
                out.put(field);
            }
            end += size;
        }

        byte[] value() {
            return Arrays.copyOf(bytes, end);
        }

        private static int sizeOf(byte[][] fields) {
            int size = 0;
            for (byte[] field : fields) {
                size += ByteUtils.sizeOfUnsignedVarint(field.length) + field.length;
            }
            return size;
        }
    }
}
