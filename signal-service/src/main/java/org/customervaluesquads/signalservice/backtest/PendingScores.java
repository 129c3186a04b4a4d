package org.customervaluesquads.signalservice.backtest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Scores whose horizon has not ended, in the order of time, in a temporary file: however many there are, memory holds the
 * next one only.
 */
final class PendingScores implements AutoCloseable {

    private final Path file;
    private final DataOutputStream out;
    private final DataInputStream in;
    private long written;
    private long flushed;
    private long read;
    private @Nullable Scored next;

    /**
     * What was foreseen.
     *
     * @param order of the signal among all
     * @param who the customer's number
     * @param served by the weights that served then
     * @param learned by all lessons that had settled by then
     * @param byHand by the weights of the catalogue
     */
    record Scored(long moment, long order, int who, double served, double learned, double byHand) {}

    private PendingScores(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    static PendingScores create() throws IOException {
        return new PendingScores(Files.createTempFile("squads-backtest", ".scores"));
    }

    void add(Scored scored) throws IOException {
        out.writeLong(scored.moment());
        out.writeLong(scored.order());
        out.writeInt(scored.who());
        out.writeDouble(scored.served());
        out.writeDouble(scored.learned());
        out.writeDouble(scored.byHand());
        written++;
    }

    /** The earliest; null when there is none. */
    @Nullable
    Scored first() throws IOException {
        if (next == null && read < written) {
            if (read == flushed) {
                out.flush();
                flushed = written;
            }
            next = new Scored(
                    in.readLong(), in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble());
            read++;
        }
        return next;
    }

    void removeFirst() {
        next = null;
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
        Files.deleteIfExists(file);
    }
}
