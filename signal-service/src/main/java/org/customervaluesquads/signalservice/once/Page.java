package org.customervaluesquads.signalservice.once;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Signals that were remembered one after the other: what the journal keeps under one key.
 *
 * <p>A page knows the {@linkplain #chain() chain} of all pages before it, so that two journals whose pages have the same
 * chain are the same from their beginning on.
 */
public final class Page {

    private static final int ENTRIES_MAX = 64;

    /** A slow journal turns its page after this, since each commit writes the open page anew. */
    private static final long SPAN_MAX_MILLIS = 250;

    private static final byte VERSION = 1;
    private static final int KEEP_UNTIL = Byte.BYTES + 2 * Long.BYTES;
    private static final int HEAD_BYTES = KEEP_UNTIL + Long.BYTES;
    private static final int ENTRY_BYTES = Fingerprint.BYTES + Long.BYTES + Integer.BYTES;

    /** What a page takes in memory, about. */
    public static final int HELD_BYTES = HEAD_BYTES + ENTRIES_MAX * ENTRY_BYTES;

    private final byte[] bytes;
    private final ByteBuffer packed;
    private final long begunAt;
    private long keepUntil;
    private long chain;

    /** A page without entries, after pages of this chain. */
    public Page(long chainBefore, long begunAt) {
        this.bytes = new byte[HELD_BYTES];
        this.packed = ByteBuffer.wrap(bytes)
                .put(VERSION)
                .putLong(chainBefore)
                .putLong(begunAt)
                .putLong(begunAt);
        this.begunAt = begunAt;
        this.keepUntil = begunAt;
        this.chain = chainBefore;
    }

    /**
     * The page that was packed.
     *
     * @throws IllegalArgumentException if it is of another version
     */
    public static Page of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("a page of version " + version + " cannot be read");
        }
        Page page = new Page(in.getLong(), in.getLong());
        long keepUntil = in.getLong();
        while (in.hasRemaining()) {
            page.add(page.next(in), keepUntil);
        }
        return page;
    }

    /** Whether a signal of this time belongs on the next page. */
    public boolean isDoneAt(long recordedAt) {
        return !packed.hasRemaining() || Math.abs(recordedAt - begunAt) > SPAN_MAX_MILLIS;
    }

    /** Adds a signal that belongs on this page, and is to be remembered until a moment. */
    public void add(Remembered one, long until) {
        keepUntil = Math.max(keepUntil, until);
        packed.putLong(KEEP_UNTIL, keepUntil);
        one.signal().write(packed);
        packed.putLong(one.content()).putInt((int) (one.recordedAt() - begunAt));
        chain = 31 * (31 * chain + one.signal().low()) + one.recordedAt();
    }

    /** Stands for all that was remembered on the pages up to this one. */
    public long chain() {
        return chain;
    }

    /** The signals in the order in which they were added. */
    public List<Remembered> entries() {
        List<Remembered> entries = new ArrayList<>(ENTRIES_MAX);
        ByteBuffer in = packed.duplicate().flip().position(HEAD_BYTES);
        while (in.hasRemaining()) {
            entries.add(next(in));
        }
        return entries;
    }

    /** After this moment nothing on the page is to be remembered. */
    public long keepUntil() {
        return keepUntil;
    }

    /** The page, packed. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, packed.position());
    }

    private Remembered next(ByteBuffer in) {
        return new Remembered(Fingerprint.read(in), in.getLong(), begunAt + in.getInt());
    }
}
