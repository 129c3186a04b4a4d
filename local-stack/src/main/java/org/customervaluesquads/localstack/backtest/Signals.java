package org.customervaluesquads.localstack.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.replay.Row;
import org.customervaluesquads.localstack.replay.RowFile;

/** The signals that a mapping makes of a file's rows, in the order of time, as lines of JSON. */
public final class Signals implements AutoCloseable {

    private static final String SOURCE = "backtest";
    private static final int REASONS_MAX = 5;

    private final TimeSort sort = new TimeSort();
    private final List<String> reasons = new ArrayList<>();
    private long rows;
    private long unmapped;
    private long signals;

    private Signals() {}

    /**
     * Maps every row.
     *
     * @param bytesRead is told from time to time how many bytes of the file were read
     */
    public static Signals of(Path file, Mapping mapping, LongConsumer bytesRead) {
        Signals signals = new Signals();
        try (RowFile rows = RowFile.open(file, bytesRead)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                signals.take(row, mapping);
            }
            return signals;
        } catch (IOException failed) {
            signals.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            signals.close();
            throw failed;
        }
    }

    private void take(Row row, Mapping mapping) throws IOException {
        rows++;
        switch (row) {
            case Row.Illegible(long line, String reason) -> refuse(line, reason);
            case Row.Legible(long line, var value) -> {
                switch (mapping.apply(value, SOURCE)) {
                    case Mapping.Mapped.Failed(String reason) -> refuse(line, reason);
                    case Mapping.Mapped.Signals(List<ObjectNode> made) -> {
                        for (ObjectNode signal : made) {
                            signals++;
                            sort.add(momentOf(signal), MessageJson.mapper().writeValueAsBytes(signal));
                        }
                    }
                }
            }
        }
    }

    /** Those without a legible time go first: the backtest refuses them and says why. */
    private static long momentOf(ObjectNode signal) {
        try {
            Instant moment = IsoTime.parse(signal.path("occurredAt").asText());
            return moment.toEpochMilli();
        } catch (DateTimeException | ArithmeticException illegible) {
            return Long.MIN_VALUE;
        }
    }

    private void refuse(long line, String reason) {
        unmapped++;
        if (reasons.size() < REASONS_MAX) {
            reasons.add("line %d: %s".formatted(line, reason));
        }
    }

    /** Writes them, one a line. */
    public void writeTo(OutputStream out) throws IOException {
        sort.forEach(signal -> {
            out.write(signal);
            out.write('\n');
        });
        out.flush();
    }

    /** How many rows there were. */
    public long rows() {
        return rows;
    }

    /** How many of them no signal could be made of. */
    public long unmapped() {
        return unmapped;
    }

    /** How many signals there are. */
    public long size() {
        return signals;
    }

    /** Why rows could not be mapped, the first few. */
    public List<String> reasons() {
        return reasons;
    }

    @Override
    public void close() {
        try {
            sort.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
