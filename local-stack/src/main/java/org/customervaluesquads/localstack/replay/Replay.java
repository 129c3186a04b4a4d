package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.Refusal;

/**
 * Sending a file of rows as signals: a first pass maps them into a temporary file, a second sends them in the order in
 * which they happened. Ids make every signal count once, so a replay can be repeated, or cut short and begun again.
 */
public final class Replay implements AutoCloseable {

    private static final int BATCH_SIGNALS_MAX = 1_000;
    private static final int BATCH_BYTES_MAX = 1_000_000;
    /** With a pace, what is due within this span goes in one batch. */
    private static final Duration TICK = Duration.ofMillis(250);

    /** Of signals whose time is illegible; they go first: the door refuses them, and says why. */
    private static final long NO_TIME = Long.MIN_VALUE;

    private final String source;
    private final Spool spool;
    private final ReplaySummary summary = new ReplaySummary();
    private long first = NO_TIME;

    private Replay(String source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    /** Maps every row of the file; nothing is sent yet. */
    public static Replay map(Path file, Mapping mapping, String source, LongConsumer bytesRead) {
        try {
            Replay replay = new Replay(source, Spool.create());
            try (RowFile rows = RowFile.open(file, bytesRead)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    replay.take(row, mapping);
                }
                replay.spool.sort();
                return replay;
            } catch (IOException | RuntimeException failed) {
                replay.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ReplaySummary summary() {
        return summary;
    }

    /**
     * Sends every signal, one batch after the other.
     *
     * @param shiftToNow whether to move all of them in time so that the newest happens now
     * @param sent is told how many were answered so far
     */
    public void send(SignalDoor door, Speed speed, boolean shiftToNow, Clock clock, LongConsumer sent) {
        try {
            Shift shift = shiftToNow && spool.size() > 0 ? shiftTo(clock.instant()) : new Shift(Duration.ZERO);
            Instant began = clock.instant();
            int next = 0;
            while (next < spool.size()) {
                Duration due = due(speed, next);
                sleepUntil(began.plus(due), clock);
                List<byte[]> batch = batch(next, speed, due.plus(TICK), shift);
                summary.answered(door.send(batch));
                next += batch.size();
                sent.accept(next);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void take(Row row, Mapping mapping) throws IOException {
        switch (row) {
            case Row.Illegible(long line, String reason) -> summary.notMapped(line, reason);
            case Row.Legible(long line, var value) -> {
                switch (mapping.apply(value, source)) {
                    case Mapping.Mapped.Failed(String reason) -> summary.notMapped(line, reason);
                    case Mapping.Mapped.Signals(List<ObjectNode> signals) -> {
                        for (ObjectNode signal : signals) {
                            spool(signal);
                        }
                        summary.mapped(signals.size());
                    }
                }
            }
        }
    }

    private void spool(ObjectNode signal) throws IOException {
        long time = Shift.timeOf(signal).map(Instant::toEpochMilli).orElse(NO_TIME);
        if (time != NO_TIME && (first == NO_TIME || time < first)) {
            first = time;
        }
        spool.add(time, MessageJson.mapper().writeValueAsBytes(signal));
    }

    private Shift shiftTo(Instant now) {
        long newest = spool.time(spool.size() - 1);
        return new Shift(newest == NO_TIME ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(newest), now));
    }

    private Duration due(Speed speed, int place) {
        long time = spool.time(place);
        return time == NO_TIME ? Duration.ZERO : speed.due(Duration.ofMillis(time - first));
    }

    private List<byte[]> batch(int from, Speed speed, Duration before, Shift shift) throws IOException {
        List<byte[]> batch = new ArrayList<>();
        long bytes = 0;
        for (int place = from; place < spool.size() && batch.size() < BATCH_SIGNALS_MAX; place++) {
            byte[] signal = shift.apply(spool.signal(place));
            bytes += signal.length + 1;
            boolean fits = bytes <= BATCH_BYTES_MAX && due(speed, place).compareTo(before) < 0;
            if (!batch.isEmpty() && !fits) {
                break;
            }
            batch.add(signal);
        }
        return batch;
    }

    private static void sleepUntil(Instant moment, Clock clock) {
        try {
            Duration wait = Duration.between(clock.instant(), moment);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", interrupted);
        }
    }
}
