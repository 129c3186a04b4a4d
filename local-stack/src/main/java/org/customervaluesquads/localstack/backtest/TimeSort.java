package org.customervaluesquads.localstack.backtest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts by time what does not fit into memory: runs of a bounded size are sorted and written to temporary files, and then
 * read together. What is of the same moment keeps its order.
 */
final class TimeSort implements AutoCloseable {

    private static final int RUN_BYTES_MAX = 32 * 1024 * 1024;

    private static final Comparator<Timed> BY_TIME = Comparator.comparingLong(Timed::moment);

    private final List<Path> runs = new ArrayList<>();
    private final int runBytesMax;
    private List<Timed> run = new ArrayList<>();
    private long bytes;

    TimeSort() {
        this(RUN_BYTES_MAX);
    }

    TimeSort(int runBytesMax) {
        this.runBytesMax = runBytesMax;
    }

    /** Something, and when it happened. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Timed(long moment, byte[] bytes) {}

    /** Takes what is sorted, one after the other. */
    interface Taking {
        void take(byte[] bytes) throws IOException;
    }

    void add(long moment, byte[] something) throws IOException {
        run.add(new Timed(moment, something));
        bytes += something.length;
        if (bytes >= runBytesMax) {
            writeRun();
        }
    }

    /** Hands over all in the order of time. */
    void forEach(Taking taking) throws IOException {
        if (runs.isEmpty()) {
            run.sort(BY_TIME);
            for (Timed timed : run) {
                taking.take(timed.bytes());
            }
            return;
        }
        writeRun();
        merge(taking);
    }

    private void writeRun() throws IOException {
        run.sort(BY_TIME);
        Path file = Files.createTempFile("squads-backtest", ".run");
        runs.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Timed timed : run) {
                out.writeLong(timed.moment());
                out.writeInt(timed.bytes().length);
                out.write(timed.bytes());
            }
        }
        run = new ArrayList<>();
        bytes = 0;
    }

    private void merge(Taking taking) throws IOException {
        List<Run> open = new ArrayList<>();
        try {
            PriorityQueue<Run> earliest =
                    new PriorityQueue<>(Comparator.comparing(Run::head, BY_TIME).thenComparingInt(Run::number));
            for (Path file : runs) {
                Run next = new Run(open.size(), file);
                open.add(next);
                if (next.advance()) {
                    earliest.add(next);
                }
            }
            for (Run first = earliest.poll(); first != null; first = earliest.poll()) {
                taking.take(first.head().bytes());
                if (first.advance()) {
                    earliest.add(first);
                }
            }
        } finally {
            for (Run each : open) {
                each.in.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }

    /** One sorted file, being read. */
    private static final class Run {

        private final int number;
        private final DataInputStream in;
        private @Nullable Timed head;

        Run(int number, Path file) throws IOException {
            this.number = number;
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        int number() {
            return number;
        }

        Timed head() {
            if (head == null) {
                throw new IllegalStateException("the run is at its end");
            }
            return head;
        }

        boolean advance() throws IOException {
            try {
                long moment = in.readLong();
                head = new Timed(moment, in.readNBytes(in.readInt()));
                return true;
            } catch (EOFException end) {
                return false;
            }
        }
    }
}
