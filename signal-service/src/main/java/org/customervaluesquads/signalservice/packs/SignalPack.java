package org.customervaluesquads.signalservice.packs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.customervaluesquads.contracts.CloudEventHeaders;

/**
 * Signals of one request for one partition, in their order, as the value of one record: what a log, its clients and the
 * topology do for each record is more than what they do for the bytes of a signal.
 *
 * <p>It begins with the number of its format. Then, signal after signal, six fields follow, each with its length before it
 * as an unsigned varint: key, id, source, type, time and JSON. What the signals share, when they were recorded and the
 * trace, stands in the record's headers. The format is the service's own; what others read is written out in full.
 */
public final class SignalPack {

    /** No JSON begins so, which is how a pack is told from a signal that is a record of its own. */
    static final byte FORMAT = 1;

    private SignalPack() {}

    /** Whether a record's value is a pack. */
    public static boolean isOne(byte[] value) {
        return value.length > 0 && value[0] == FORMAT;
    }

    /**
     * The signals of a pack, in their order.
     *
     * @param shared the headers of the record
     * @throws SerializationException if it is none, or not whole
     */
    public static List<PackedSignal> unpack(byte[] value, Headers shared) {
        if (!isOne(value)) {
            throw new SerializationException("is not a pack of signals");
        }
        ByteBuffer in = ByteBuffer.wrap(value, 1, value.length - 1);
        List<PackedSignal> signals = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                signals.add(next(in, shared));
            }
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw new SerializationException("is a pack of signals that is not whole", broken);
        }
        return signals;
    }

    private static PackedSignal next(ByteBuffer in, Headers shared) {
        String key = new String(field(in), UTF_8);
        RecordHeaders headers = new RecordHeaders(
                CloudEventHeaders.of(field(in), field(in), field(in), field(in), List.of(shared.toArray())));
        return new PackedSignal(key, headers, field(in));
    }

    private static byte[] field(ByteBuffer in) {
        int length = ByteUtils.readUnsignedVarint(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] field = new byte[length];
        in.get(field);
        return field;
    }
}
