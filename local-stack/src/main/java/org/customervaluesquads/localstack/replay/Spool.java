package org.customervaluesquads.localstack.replay;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.customervaluesquads.localstack.Refusal;

/**
 * Signals as bytes in a temporary file, to be read in order of time; memory holds only where each is and when it
 * happened.
 */
final class Spool implements AutoCloseable {

    static final int SIGNALS_MAX = 20_000_000;

    private final Path file;
    private final DataOutputStream output;
    private final FileChannel input;
    private final TimeIndex index = new TimeIndex();
    private long position;

    private Spool(Path file, DataOutputStream output, FileChannel input) {
        this.file = file;
        this.output = output;
        this.input = input;
    }

    static Spool create() throws IOException {
        Path file = Files.createTempFile("squads-replay", ".spool");
        return new Spool(
                file,
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))),
                FileChannel.open(file, StandardOpenOption.READ));
    }

    void add(long time, byte[] signal) throws IOException {
        if (index.size() == SIGNALS_MAX) {
            throw new Refusal("a replay holds at most %,d signals: cut the file".formatted(SIGNALS_MAX));
        }
        index.add(time, position);
        output.writeInt(signal.length);
        output.write(signal);
        position += Integer.BYTES + signal.length;
    }

    int size() {
        return index.size();
    }

    /** Ends the writing; from now on the signals can be read. */
    void sort() throws IOException {
        output.flush();
        index.sort();
    }

    /** When the signal at this place in the order of time happened. */
    long time(int place) {
        return index.time(place);
    }

    /** The signal at this place in the order of time. */
    byte[] signal(int place) throws IOException {
        long offset = index.offset(place);
        ByteBuffer length = read(offset, Integer.BYTES);
        return read(offset + Integer.BYTES, length.getInt()).array();
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (input.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the temporary file " + file + " was cut");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        output.close();
        input.close();
        Files.deleteIfExists(file);
    }
}
