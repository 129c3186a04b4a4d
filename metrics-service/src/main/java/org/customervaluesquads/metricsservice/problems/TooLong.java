package org.customervaluesquads.metricsservice.problems;

import java.util.Locale;

/** A body of more bytes than are read; on its way out to its problem document. */
public final class TooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int KIBIBYTE = 1024;

    public TooLong(long mostBytes) {
        super(String.format(Locale.ROOT, "the body is longer than the %,d KiB that are read", mostBytes / KIBIBYTE));
    }
}
