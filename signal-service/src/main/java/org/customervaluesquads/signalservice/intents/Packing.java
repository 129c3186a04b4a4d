package org.customervaluesquads.signalservice.intents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes being packed one behind the other, in a buffer that grows. */
final class Packing {

    private byte[] packed;
    private ByteBuffer out;

    Packing(int expected) {
        packed = new byte[expected];
        out = ByteBuffer.wrap(packed);
    }

    void bytes(int... values) {
        roomFor(values.length);
        for (int value : values) {
            out.put((byte) value);
        }
    }

    void number(int value) {
        roomFor(Integer.BYTES);
        out.putInt(value);
    }

    /** Seven bits a byte, the low ones first: a byte where the number is small. */
    void small(int value) {
        roomFor(Integer.BYTES + 1);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    static int readSmall(ByteBuffer in) {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    void coarse(float value) {
        roomFor(Float.BYTES);
        out.putFloat(value);
    }

    void moment(long value) {
        roomFor(Long.BYTES);
        out.putLong(value);
    }

    void decimal(double value) {
        roomFor(Double.BYTES);
        out.putDouble(value);
    }

    /** A text of at most 65,535 bytes. */
    void text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        roomFor(Short.BYTES + bytes.length);
        out.putShort((short) bytes.length).put(bytes);
    }

    static String readText(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    byte[] packed() {
        return Arrays.copyOf(packed, out.position());
    }

    private void roomFor(int bytes) {
        if (out.remaining() < bytes) {
            int used = out.position();
            packed = Arrays.copyOf(packed, Math.max(2 * packed.length, used + bytes));
            out = ByteBuffer.wrap(packed).position(used);
        }
    }
}
