package org.customervaluesquads.localstack.replay;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.customervaluesquads.localstack.Refusal;
import org.jspecify.annotations.Nullable;

/** A file of rows that is read from its beginning to its end; its name tells its form. */
public interface RowFile extends AutoCloseable {

    /** The next row, or null after the last. */
    @Nullable
    Row next() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens CSV or TSV with a header, JSON lines, or JSON (an array, or one object after the other); each also packed
     * with gzip.
     *
     * @param bytesRead is told from time to time how many bytes of the file were read
     */
    static RowFile open(Path file, LongConsumer bytesRead) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no file " + file);
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz");
        String form = packed ? name.substring(0, name.length() - ".gz".length()) : name;
        try {
            InputStream bytes = new Counted(Files.newInputStream(file), bytesRead);
            InputStream content = new BufferedInputStream(packed ? new GZIPInputStream(bytes) : bytes);
            if (form.endsWith(".csv") || form.endsWith(".tsv")) {
                return CsvRows.of(content, form.endsWith(".tsv") ? '\t' : ',');
            }
            return form.endsWith(".json") ? JsonRows.of(content) : new JsonLineRows(content);
        } catch (IOException unreadable) {
            throw new Refusal("the file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Bytes that tell how many of them were read. */
    final class Counted extends FilterInputStream {

        private final LongConsumer told;
        private long read;

        Counted(InputStream bytes, LongConsumer told) {
            super(new BufferedInputStream(bytes));
            this.told = told;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            tell(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            tell(Math.max(count, 0));
            return count;
        }

        private void tell(int count) {
            read += count;
            told.accept(read);
        }
    }
}
